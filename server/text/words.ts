import { foldLetter } from './fold-letter.ts'

/** Letters of a word that count; what is beyond is looked at in the text itself. */
const maxLength = 40
const word = /[\p{L}\p{M}\p{N}]+/gu
const simple = /^[a-z0-9]+$/i
/** Scripts without spaces between words. */
const unspaced =
  /([\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]+)/u

/**
 * The words of texts as they are kept to be searched, each with its website in front, so that a search meets no other
 * website's. Databases differ in what they know of words and letters: all of it is decided here. Where words have no
 * spaces between them, each two letters are one.
 */
export function wordsOf(websiteId: string, ...texts: (string | null | undefined)[]): string[] {
  const words = new Set<string>()
  for (const run of texts.flatMap((text) => runsOf(text ?? ''))) {
    if (simple.test(run) || !unspaced.test(run)) words.add(run)
    else for (const pair of pairsOf(run)) words.add(pair)
  }
  const website = nameOf(websiteId)
  return Array.from(words, (text) => website + text)
}

/**
 * PostgreSQL's query for what may contain a text: its words, of which the last may go on. Null where it has none. It
 * misses a text whose first word is the rest of a longer one.
 */
export function queryOf(websiteId: string, text: string): string | null {
  const runs = runsOf(text)
  const website = nameOf(websiteId)
  const terms = runs.flatMap((run, at) => {
    const letters = Array.from(run)
    const term = (word: string, goesOn: boolean) => `'${website}${word}'${goesOn ? ':*' : ''}`
    if (unspaced.test(run) && letters.length > 1)
      return pairsOf(run)
        .slice(0, -1)
        .map((pair) => term(pair, false))
    const isLast = at === runs.length - 1
    // There are too many words that begin with one or two letters.
    if (isLast && at > 0 && letters.length < 3) return []
    return [term(run, isLast || unspaced.test(run))]
  })
  return terms.length === 0 ? null : terms.join(' & ')
}

/** Words and, where they have no spaces between them, as many as follow each other; in one case and composition. */
function runsOf(text: string): string[] {
  const words = text.normalize('NFC').match(word) ?? []
  return words.flatMap((found) => {
    if (simple.test(found)) return found.slice(0, maxLength).toLowerCase()
    const runs = found.split(unspaced).filter((run) => run !== '')
    return runs.map((run) =>
      unspaced.test(run) ? run : Array.from(run, foldLetter).slice(0, maxLength).join(''),
    )
  })
}

/** Each two letters that follow each other, and the last one. */
function pairsOf(run: string): string[] {
  const letters = Array.from(run)
  return letters.map((letter, at) => letter + (letters[at + 1] ?? ''))
}

/** Four letters: another website of the same name costs time, no more. */
const nameOf = (websiteId: string) => Buffer.from(websiteId.slice(-6), 'hex').toString('base64url')
