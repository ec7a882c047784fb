export type Direction = 'ltr' | 'rtl'

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const leftToRight = /[\p{L}--[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]]/v

/** The direction of a text's first letter, as `dir="auto"` computes it, which not every email client supports. */
export function directionOf(text: string, otherwise: Direction): Direction {
  const letter = /\p{L}/u.exec(text)?.[0]
  if (letter === undefined) return otherwise
  return rightToLeft.test(letter) ? 'rtl' : 'ltr'
}

/** Keeps a foreign name from changing the direction around it; names that run the same way stay unchanged. */
export function isolate(text: string, around: Direction): string {
  const foreign = around === 'rtl' ? leftToRight : rightToLeft
  return foreign.test(text) && !text.includes('\u2068') ? `\u2068${text}\u2069` : text
}
