/** Maximum length of lines that email programs write. */
export const maxLineLength = 400

/** A line’s text without the direction marks that email programs put around addresses. */
export const plain = (line: string) => line.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim()

/** Digits of every script as 0 to 9. */
export const asciiDigits = (text: string) =>
  text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(valueOfDigit(digit.codePointAt(0) ?? 0)))

/** Unicode lists the ten digits of a script in a row. */
function valueOfDigit(code: number): number {
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return value
}

/** GroupWise introduces quotations with `>>> Name <address> date >>>` or `>>> On date, in message`. */
const introducedByGroupWise = /^>>> .{1,300}(?: >>>|, in message)$/

/** Whether a line is quoted. Gmail may wrap the bracket that closes an address: that `>` is no quotation. */
export function isQuoted(lines: string[], at: number): boolean {
  const line = lines[at] ?? ''
  if (!/^\s*>/.test(line) || introducedByGroupWise.test(plain(line))) return false
  return !(
    /^>[^>]{0,60}[:：]$/.test(plain(line)) &&
    /<[^\s<>@]+@[^\s<>]+$/.test((lines[at - 1] ?? '').slice(-maxLineLength))
  )
}

/** Index of the first non-blank line from this one on. */
export function nextLine(lines: string[], at: number): number {
  let next = at
  while (next < lines.length && lines[next]?.trim() === '') next++
  return next
}
