import { foldLetter } from './fold-letter.ts'

/** Indexed letters of a word; the rest is compared in the text itself. */
const maxLength = 40
const word = /[\p{L}\p{M}\p{N}]+/gu
const simple = /^[a-z0-9]+$/i
/** Scripts without spaces between words. */
const unspaced =
  /([\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]+)/u

/**
 * The words of texts as stored for searches, each prefixed by its website, so that a search never meets another
 * website's. Databases differ in their rules for words and letters, so these are decided here. In scripts without
 * spaces, each pair of letters is a word.
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
 * PostgreSQL's query for texts that may contain this one: its words, the last of which may continue. Null if it has
 * none. It misses texts in which its first word is the end of a longer one.
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
    // Too many words begin with one or two letters.
    if (isLast && at > 0 && letters.length < 3) return []
    return [term(run, isLast || unspaced.test(run))]
  })
  return terms.length === 0 ? null : terms.join(' & ')
}

/** Words and, in scripts without spaces, runs of letters; in one case and composition. */
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

/** Each pair of adjacent letters, and the last letter. */
function pairsOf(run: string): string[] {
  const letters = Array.from(run)
  return letters.map((letter, at) => letter + (letters[at + 1] ?? ''))
}

/** Four letters: another website with the same prefix only costs time. */
const nameOf = (websiteId: string) => Buffer.from(websiteId.slice(-6), 'hex').toString('base64url')
