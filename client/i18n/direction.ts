export type Direction = 'ltr' | 'rtl'

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const leftToRight = /[\p{L}--[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]]/v

/** Which way a text runs: that of its first letter, as `dir="auto"` would have it, which not every inbox knows. */
export function directionOf(text: string, otherwise: Direction): Direction {
  const letter = /\p{L}/u.exec(text)?.[0]
  if (letter === undefined) return otherwise
  return rightToLeft.test(letter) ? 'rtl' : 'ltr'
}

/** Keeps a foreign name from turning the sentence around it; names that run the sentence's way stay as they are. */
export function isolate(text: string, around: Direction): string {
  const foreign = around === 'rtl' ? leftToRight : rightToLeft
  return foreign.test(text) && !text.includes('\u2068') ? `\u2068${text}\u2069` : text
}
