import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogues, english } from '../../../server/languages/catalogues.ts'

const folder = join(import.meta.dirname, '../../../client/i18n/glossary')

/** The rows of a glossary's table. */
function glossaryOf(tag: string): { english: string; terms: string[]; note: string }[] {
  const cells = readFileSync(join(folder, `${tag}.md`), 'utf8')
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

const tags = [...catalogues.keys()].filter((tag) => tag !== 'en')

test('every translated language has a glossary', () => {
  expect(
    readdirSync(folder)
      .map((file) => file.replace('.md', ''))
      .sort(),
  ).toEqual(tags)
})

describe.each(tags)('the glossary of %s', (tag) => {
  const rows = glossaryOf(tag)
  const { frame, late, pages, emails } = catalogues.get(tag) ?? english

  test('has every term of the others', () => {
    expect(rows.map((row) => row.english)).toEqual(glossaryOf('de').map((row) => row.english))
  })

  test('names the statuses as customers read them', () => {
    const named = rows.filter(({ note }) => note === 'a status').map(({ terms }) => terms.join(', '))
    expect(named).toEqual([frame['status.OPEN'], frame['status.PENDING'], frame['status.SOLVED']])
  })

  test('has the words of its catalogue', () => {
    const texts = [frame, late, pages, emails].flatMap((section) => Object.values(section)).join('\n')
    const said = texts.toLocaleLowerCase(tag)
    // The first half of each word: endings and vowels change in a sentence.
    const isSaid = (term: string) =>
      term
        .split(' ')
        .every((word) => said.includes(word.toLocaleLowerCase(tag).slice(0, (word.length + 1) / 2)))
    expect(rows.filter(({ terms }) => !terms.some(isSaid))).toEqual([])
  })
})
