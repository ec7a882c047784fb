const decimal = /\p{Nd}/u

/** The text with decimal digits of any script, such as `۴۱` or `４１`, as ASCII digits. */
export function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(numericValue(digit)))
}

/** Unicode has each script’s digits in a row from zero on. */
function numericValue(digit: string): number {
  const code = digit.codePointAt(0) as number
  let value = 0
  while (decimal.test(String.fromCodePoint(code - value - 1))) value++
  return value % 10
}
