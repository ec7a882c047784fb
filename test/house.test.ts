import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { client, filesOf, importsOf, root, server, tests, textOf, written } from './support/sources.ts'

/** Features in order: each may build on itself and earlier ones. */
const features = [
  ...'websites settings office-hours customization operators categories faqs customers tickets participants'.split(
    ' ',
  ),
  ...'fields ratings typing attachments messages notes proposals history notifications'.split(' '),
  ...['inbound', 'webhooks', 'sessions', 'exports', 'erasure', 'import'],
]
const leaves = 'config log text html languages data-dir database keys jobs http emails threads'.split(' ')
const apps = ['apps', 'demo', 'email-pages', 'live', 'operations']
const tops = ['schema', 'print-schema', 'graphql', 'live', 'metrics', 'routes', 'housekeeping'].map(
  (name) => `server/${name}.ts`,
)

/** Layers from the bottom up; a file may import its own layer and those below. */
const layers = [
  'leaves',
  'server/wakeups',
  'server/identity',
  'server/events',
  'server/api',
  'server/cost',
  'server/subscriptions',
  ...features.map((name) => `server/${name}`),
  'top',
  'server/app.ts',
  'server/index.ts',
]

function layerOf(file: string): number {
  const folder = file.split('/')[1] ?? ''
  if (tops.includes(file) || apps.includes(folder)) return layers.indexOf('top')
  const found = layers.findIndex((layer) => file === layer || file.startsWith(`${layer}/`))
  return found === -1 ? layers.indexOf('leaves') : found
}

describe('an import', () => {
  test('refers to an existing file', () => {
    const all = [...server, ...client, ...tests].flatMap((file) =>
      importsOf(file).map((target) => ({ file, target })),
    )
    expect(all.length).toBeGreaterThan(300)
    expect(all.filter(({ target }) => !existsSync(join(root, target)) && written(target))).toEqual([])
  })

  test('in the server points down, or to the same layer', () => {
    const upward = server.flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith('server/') && layerOf(target) > layerOf(file))
        .map((target) => `${file} -> ${target}`),
    )
    expect(upward).toEqual([])
  })

  test('in the server is from a folder with a known layer', () => {
    const folders = [...new Set(server.map((file) => file.split('/').slice(0, 2).join('/')))].filter(
      (path) => !path.endsWith('.ts'),
    )
    const known = [...layers, ...[...leaves, ...apps].map((name) => `server/${name}`), 'prisma/migrations']
    expect(folders.filter((folder) => !known.includes(folder))).toEqual([])
  })

  test('in the server never makes two folders import each other', () => {
    const roomOf = (file: string) => file.split('/').slice(0, 2).join('/')
    const arrows = new Set(
      server.flatMap((file) =>
        importsOf(file)
          .filter((target) => target.startsWith('server/') && roomOf(target) !== roomOf(file))
          .map((target) => `${roomOf(file)} -> ${roomOf(target)}`),
      ),
    )
    expect([...arrows].filter((arrow) => arrows.has(arrow.split(' -> ').reverse().join(' -> ')))).toEqual([])
  })

  test('is never circular', () => {
    const circles: string[] = []
    const done = new Set<string>()
    function follow(file: string, path: string[]) {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
      if (done.has(file) || path.includes(file)) return
      for (const target of importsOf(file)) if (written(target)) follow(target, [...path, file])
      done.add(file)
    }
    for (const file of [...server, ...client, ...tests]) follow(file, [])
    expect(circles).toEqual([])
  })

  test('crosses from server to client only for operations and texts, and never back', () => {
    const crossing = [...server, ...client].flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith('client/') !== file.startsWith('client/'))
        .filter((target) => !/^client\/(?:graphql|i18n)\//.test(target))
        .map((target) => `${file} -> ${target}`),
    )
    expect(crossing).toEqual([])
  })

  test('refers to tests only from tests', () => {
    const crossing = [...server, ...client].filter((file) =>
      importsOf(file).some((target) => target.startsWith('test/')),
    )
    expect(crossing).toEqual([])
  })
})

describe('the clients', () => {
  const importing = (folder: string, forbidden: RegExp) =>
    client
      .filter((file) => file.startsWith(`client/${folder}/`))
      .flatMap((file) => importsOf(file).map((target) => `${file} -> ${target}`))
      .filter((line) => forbidden.test(line))

  test('have a core without elements or a page', () => {
    const core = client.filter((file) => file.startsWith('client/core/'))
    expect(core.length).toBeGreaterThan(10)
    const page =
      /from '(?:@urql\/)?preact|\b(?:document|window|location|navigator|history|\w+Storage|addEventListener)\b\s*[.(]/
    const code = (file: string) => textOf(file).replace(/\/\*.*?\*\/|\/\/.*?$|'\.[^']*'/gms, '')
    expect(core.filter((file) => page.test(code(file).replaceAll('signal.addEventListener', '')))).toEqual([])
    expect(importing('core', /-> client\/(?!core\/|graphql\/operations\.ts$)/)).toEqual([])
  })

  test('share a shell without imports from either app', () => {
    expect(importing('shell', /-> client\/(?:ticket-center|console)\//)).toEqual([])
  })

  test('have rooms that import one way: of each app, and beside the apps', () => {
    const depthOf = (file: string) => (/^client\/(?:console|ticket-center)\//.test(file) ? 3 : 2)
    const roomOf = (file: string) => dirname(file).split('/').slice(0, depthOf(file)).join('/')
    const arrows = new Set(
      client.flatMap((file) =>
        importsOf(file, false)
          .filter((target) => roomOf(target) !== roomOf(file))
          .map((target) => `${roomOf(file)} -> ${roomOf(target)}`),
      ),
    )
    expect([...arrows].filter((arrow) => arrows.has(arrow.split(' -> ').reverse().join(' -> ')))).toEqual([])
  })

  test('send operations by generated hooks, or by the one client where no hook can', () => {
    const senders = client.filter((file) => /useClient|\.(?:query|mutation)\(\w+Document/.test(textOf(file)))
    expect(senders).toEqual([
      'client/attachments/create-files.tsx',
      'client/attachments/uploads.ts',
      'client/attachments/use-fresh-files.ts',
      'client/shell/composer/save-drafts.ts',
      'client/shell/messages/use-history-lines.ts',
      'client/shell/typing/typing.ts',
      'client/shell/typing/use-typing.ts',
      'client/ticket-center/embedding/unread.ts',
      'client/ticket-center/renew-session.ts',
    ])
    expect(filesOf('client/graphql/*')).toEqual([])
  })
})
