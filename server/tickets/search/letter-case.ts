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

/** A text in one case, and the letters that the database must replace before it compares others with it. */
export function inOneCase(text: string): { text: string; from: string; to: string } {
  const exchanged = Array.from(text, (letter) => other.get(letter) ?? letter).join('')
  const letters = new Set(exchanged)
  const pairs = [...other].filter(([, letter]) => letters.has(letter))
  return {
    text: exchanged,
    from: pairs.map(([letter]) => letter).join(''),
    to: pairs.map(([, letter]) => letter).join(''),
  }
}
