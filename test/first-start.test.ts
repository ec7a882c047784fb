import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { newEnvironment } from './support/environment.ts'
import { spawnServer } from './support/process.ts'

const root = join(import.meta.dirname, '..')
const left = new Set(['node_modules', 'data', 'test', '.git', 'client/dist'])

/** The repository as it is after `npm ci`: the apps are not built. */
function cloneUnbuilt(): string {
  const clone = mkdtempSync(join(tmpdir(), 'ticket-center-clone-'))
  onTestFinished(() => rmSync(clone, { recursive: true }))
  cpSync(root, clone, {
    recursive: true,
    preserveTimestamps: true,
    filter: (path) => !left.has(relative(root, path)),
  })
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
  return clone
}

test('the first start builds the apps, and serves them and GraphiQL like any later one', async () => {
  const { variables, remove } = await newEnvironment()
  const server = spawnServer({ ...variables, NODE_ENV: undefined }, cloneUnbuilt(), '.config/start.ts')
  onTestFinished(async () => {
    await server.stop()
    remove()
  })
  const origin = await server.origin
  const graphiql = await fetch(`${origin}/graphql`, { headers: { accept: 'text/html' } })
  expect(graphiql.headers.get('content-type')).toMatch(/^text\/html/)
  expect(await graphiql.text()).toContain('GraphiQL')
})
