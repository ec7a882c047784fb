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

/** German syntax in English words, each with what to say instead and a sentence that has it. */
const germanSyntax: [pattern: RegExp, plain: string, example: string][] = [
  [/\bof another system\b/i, 'from another system', 'Imports tickets of another system.'],
  [/\b(?:became|becomes?) of\b/i, 'outcome, what happens to', 'What became of each ticket.'],
  [/\bover the API\b/i, 'through the API', 'Signs in over the API.'],
  [/\b(?:stored|known|kept) of\b/i, 'about', 'Exports what is stored of a person.'],
  [/\bleads? (?:to|here|there|nowhere|back)\b/i, 'link to, point to', 'Links in emails lead there.'],
  [/\bby (?:itself|themselves)\b/i, 'automatically, on its own', 'Browsers send it by themselves.'],
  [/\bteam is (?:not )?there\b/i, 'available, away', 'When the team is there.'],
  [
    /\bopen(?:s|ed)?(?: (?:it|them|(?:a|the) ticket))? again\b/i,
    'reopen',
    'Any reply opens the ticket again.',
  ],
  [/\b(?:object|row|message|file) a line\b/i, 'one per line', 'JSONL has an object a line.'],
  [
    /\banswer(?:s|ed)? with\b|\b(?:last|gets? (?:no|an)) answer\b/i,
    'respond, response',
    'HTTP status of the last answer.',
  ],
  [
    /[,(] ?also (?:an?|the|on|to|if|when|after|of|from|in|with|without|by|at|those|as)\b/i,
    'even, including',
    'Reopens it, also on a solved ticket.',
  ],
  [/\bfor good\b/i, 'permanently', 'Erases a person for good.'],
  [/\bbetween both\b/i, 'between the two', 'The messages between both.'],
  [/\bin (?:any|every)(?:body|one)['’]s name\b/i, 'on anyone’s behalf', 'It writes in everybody’s name.'],
  [/\bin force\b/i, 'active', 'The key in force.'],
  [/\blooks? whether\b/i, 'check whether', 'The process looks whether it was idle.'],
  [/\b(?:is|are|was|were) told\b/i, 'be notified', 'Everybody else is told.'],
]

/** British spellings of words that are in use here. */
const british =
  /(?:behaviour|centre|colour|favour|neighbour|labelled|cancell(?:ed|ing)|misspelt)\b|(?:author|capital|custom|initial|material|normal|optim|organ|recogn|sanit|serial)is(?:e|ed|er|es|ing|ation)\b/gi

/** A line without code and addresses. */
const proseOf = (line: string) => line.replace(/`[^`]*`|\bhttps?:\S+/g, '')

const findingsIn = (line: string, prose = proseOf(line)) =>
  [...plainWords, ...germanSyntax]
    .filter(([pattern]) => pattern.test(prose))
    .map(([, plain]) => `say ${plain}: ${line.trim()}`)

const descriptionsOf = (sdl: string) =>
  sdl.split('"""').flatMap((text, part) => (part % 2 === 1 ? text.replace(/\s+/g, ' ') : []))

/** Paragraphs, items and rows, whose lines are joined: a phrase may be wrapped. */
const paragraphsOf = (text: string) =>
  text.split(/\n(?=\s*\n|\s*(?:[-*|#]|\d+\.) )/).map((paragraph) => paragraph.replace(/\s+/g, ' '))

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
    (file): [string, string[]] => [file, paragraphsOf(textOf(file))],
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

  test.for(germanSyntax)('has no %s: it has %s', ([pattern, , example]) => {
    expect(example).toMatch(pattern)
  })
})
