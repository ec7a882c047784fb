import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')

/** Words that slow down an English reader, each with the plain one. */
const plainWords: [pattern: RegExp, plain: string][] = [
  [/\bmails\b/i, 'emails'],
  [/\be-mails?\b/i, 'email'],
  [/\b(?:an?|each|every|one|this) mail\b(?! (?:client|program|provider|server))/i, 'an email'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
  [/\bremed(?:y|ies)\b/i, 'fix'],
  [/\bwho(?:m|ever|mever)\b/i, 'who, anyone'],
  [/\bfor ever\b/i, 'forever'],
  [/\bseldom\b/i, 'rarely'],
  [/\bany more\b/i, 'no longer'],
  [/\bswitch(?:es|ed)? off\b/i, 'disable, turn off'],
  [/\bany longer\b/i, 'no longer'],
  [/\b(?:beforehand|thereof|whereby)\b/i, 'before, of it, by which'],
  [/\bstyle sheets?\b/i, 'stylesheet'],
  [/\bchange log\b/i, 'changelog'],
]

/** British spellings of words that are in use here. */
const british =
  /(?:behaviour|centre|colour|favour|neighbour|labelled|cancell(?:ed|ing)|misspelt)\b|(?:author|capital|custom|initial|material|normal|optim|organ|recogn|sanit|serial)is(?:e|ed|er|es|ing|ation)\b/gi

/** A line without code and addresses. */
const proseOf = (line: string) => line.replace(/`[^`]*`|\bhttps?:\S+/g, '')

const findingsIn = (line: string, prose = proseOf(line)) =>
  plainWords.filter(([pattern]) => pattern.test(prose)).map(([, plain]) => `say ${plain}: ${line.trim()}`)

const descriptionsOf = (sdl: string) => sdl.split('"""').filter((_, part) => part % 2 === 1)

const valuesOf = (json: unknown): string[] =>
  typeof json === 'string' ? [json] : Object.values(json as object).flatMap(valuesOf)

const filesOf = (pattern: string) => globSync(pattern, { cwd: root }).sort()

const texts: [file: string, lines: string[]][] = [
  ['schema.graphql', descriptionsOf(textOf('schema.graphql'))],
  ...filesOf('client/i18n/*/en.json').map((file): [string, string[]] => [
    file,
    valuesOf(JSON.parse(textOf(file))),
  ]),
  ...filesOf('{.env.example,README.md,CHANGELOG.md,docs/**/*.md,.github/**/*.{md,yml}}').map(
    (file): [string, string[]] => [file, textOf(file).split('\n')],
  ),
]

/** All but emails that others wrote, in any language and spelling. */
const sources = filesOf(
  '{{server,client,test,docs,bench,prisma,.config,.ci}/**/*.{ts,tsx,css,md,prisma},*.md,*.graphql,.env.example,.github/**/*.md}',
).filter((file) => !/\/(?:node_modules|dist|generated|inbound)\/|vocabulary/.test(file))

test('spelling is American', () => {
  expect(sources.length).toBeGreaterThan(1_000)
  const found = sources.flatMap((file) =>
    [...textOf(file).matchAll(british)].map(([word]) => `${file}: ${word}`),
  )
  expect(found).toEqual([])
})

/** These have words of other languages and of earlier releases. */
const others = ['test/email-pages/preferences.test.ts', 'test/schema/breaking-changes.test.ts']

test('code is in plain English: its names, comments and messages', () => {
  const code = sources.filter((file) => /\.(?:tsx?|prisma)$/.test(file) && !others.includes(file))
  const found = code.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line) => findingsIn(`${file}: ${line}`, line)),
  )
  expect(found).toEqual([])
})

describe('plain English', () => {
  test.for(texts)('is the language of %s', ([, lines]) => {
    expect(lines.flatMap((line) => findingsIn(line))).toEqual([])
  })

  test('is not the language of an older text', () => {
    const line = 'Whoever gets mails may mend this.'
    expect(plainWords.filter(([pattern]) => pattern.test(line)).map(([, plain]) => plain)).toEqual([
      'emails',
      'fix',
      'who, anyone',
    ])
  })
})
