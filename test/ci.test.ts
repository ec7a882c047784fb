import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')

/** Prefixes of the paths that .ci/run repeats on PostgreSQL. */
function repeated(): string[] {
  const lists = [...textOf('.ci/run').matchAll(/^data\+?=\((.*)\)$/gm)].map(([, list = '']) => list).join(' ')
  const paths = lists.replace(/(\S+)\{(.+?)\}/g, (_, folder, names) =>
    names
      .split(',')
      .map((name: string) => folder + name)
      .join(' '),
  )
  return paths.split(' ').map((path) => `test/${path}`)
}

test('.ci/run repeats every file with tests only for PostgreSQL on that database', () => {
  const only = globSync('test/**/*.test.ts', { cwd: root, exclude: ['test/long/**'] }).filter((file) =>
    /(?:skipIf\(!|runIf\()postgres/.test(textOf(file)),
  )
  expect(only.length).toBeGreaterThan(10)
  expect(only.filter((file) => !repeated().some((path) => file.startsWith(path)))).toEqual([])
})

test('.ci/long runs every file in test/long', () => {
  const [, parts = ''] = /^ {2}case \$1 in\n([\s\S]*?)^ {2}esac$/m.exec(textOf('.ci/long')) ?? []
  const functions = [...textOf('.ci/long').matchAll(/^(\w+)\(\) \{[\s\S]*?^\}$/gm)].map(([text]) => text)
  const runs = [parts, ...functions].join('\n')
  const given = [...parts.matchAll(/^ {4}(.+?)\) (.*) ;;$/gm)].flatMap(([, names = '', commands = '']) =>
    commands.includes('"$1"') ? names.split(' | ') : [],
  )
  const called = [...runs.matchAll(/\b(?:embedded|postgres) ([\w-]+)/g)].map(([, name]) => name)
  const files = globSync('test/long/*.test.ts', { cwd: root }).map((file) => basename(file, '.test.ts'))
  expect(files.length).toBeGreaterThan(5)
  expect(files.filter((file) => ![...given, ...called].includes(file))).toEqual([])
})
