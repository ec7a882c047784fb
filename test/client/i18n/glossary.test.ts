import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogues, consoleTexts, english } from '../../../server/languages/catalogues.ts'

const root = join(import.meta.dirname, '../../../client/i18n')

interface Row {
  english: string
  terms: string[]
  note: string
}

/** The rows of a glossary's tables: for all texts, and for those of the console. */
function glossaryOf(tag: string): { common: Row[]; console: Row[] } {
  const glossary = readFileSync(join(root, `glossary/${tag}.md`), 'utf8')
  const [common = '', inConsole = ''] = glossary.split('\n## In the console\n')
  return { common: rowsIn(common), console: rowsIn(inConsole) }
}

function rowsIn(text: string): Row[] {
  const cells = text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()))
  return cells.map(([, english = '', terms = '', note = '']) => ({
    english,
    terms: terms.split(/[,،、] ?/),
    note,
  }))
}

/** The terms of a glossary that no text contains. */
function unsaid(rows: Row[], texts: object[], tag: string): Row[] {
  const said = texts
    .flatMap((section) => Object.values(section))
    .join('\n')
    .toLocaleLowerCase(tag)
  // The first half of each word: endings and vowels change in a sentence.
  const isSaid = (term: string) =>
    term
      .split(' ')
      .every((word) => said.includes(word.toLocaleLowerCase(tag).slice(0, (word.length + 1) / 2)))
  return rows.filter(({ terms }) => !terms.some(isSaid))
}

const translated = (texts: Map<string, unknown>) => [...texts.keys()].filter((tag) => tag !== 'en')
const tags = translated(catalogues)
const englishTerms = (rows: Row[]) => rows.map((row) => row.english)

test('every translated language has a glossary', () => {
  expect(
    readdirSync(join(root, 'glossary'))
      .map((file) => file.replace('.md', ''))
      .sort(),
  ).toEqual(tags)
})

describe.each(tags)('the glossary of %s', (tag) => {
  const { common } = glossaryOf(tag)
  const { frame, late, pages, emails } = catalogues.get(tag) ?? english

  test('has every term of the others', () => {
    expect(englishTerms(common)).toEqual(englishTerms(glossaryOf('de').common))
  })

  test('names the statuses as customers read them', () => {
    const named = common.filter(({ note }) => note === 'a status').map(({ terms }) => terms.join(', '))
    expect(named).toEqual([frame['status.OPEN'], frame['status.PENDING'], frame['status.SOLVED']])
  })

  test('has the words of its catalogue', () => {
    expect(unsaid(common, [frame, late, pages, emails], tag)).toEqual([])
  })
})

test.each(translated(consoleTexts))('the glossary of %s has the words of the console', (tag) => {
  const rows = glossaryOf(tag).console
  expect(englishTerms(rows)).toEqual(englishTerms(glossaryOf('de').console))
  const texts = ['console', 'settings'].map((group) =>
    JSON.parse(readFileSync(join(root, group, `${tag}.json`), 'utf8')),
  )
  expect(unsaid(rows, texts, tag)).toEqual([])
})
