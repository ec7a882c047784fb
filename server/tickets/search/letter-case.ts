import { foldLetter } from '../../text/fold-letter.ts'

/** Up to here: Latin, Greek, Cyrillic, Armenian, Georgian and Cherokee letters. */
const lastLetter = 0x1fff

/**
 * Letters with another case, and that one. Databases differ in what they know of case: some know only ASCII, some treat
 * `I` as a Turkish letter.
 */
const other = new Map([['I', 'i']])
for (let code = 0x80; code <= lastLetter; code++) {
  const letter = String.fromCharCode(code)
  const lower = foldLetter(letter)
  if (lower !== letter) other.set(letter, lower)
}

/** Texts in one case, and the letters that the database must replace before it compares others with them. */
export function inOneCase(texts: string[]): { texts: string[]; from: string; to: string } {
  const exchanged = texts.map((text) => Array.from(text, (letter) => other.get(letter) ?? letter).join(''))
  const letters = new Set(exchanged.join(''))
  const pairs = [...other].filter(([, letter]) => letters.has(letter))
  return {
    texts: exchanged,
    from: pairs.map(([letter]) => letter).join(''),
    to: pairs.map(([, letter]) => letter).join(''),
  }
}
