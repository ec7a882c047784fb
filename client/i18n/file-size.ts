/** Whole kilobytes, or megabytes with one digit, without a line break. */
export function fileSize(locale: string, bytes: number): string {
  const large = bytes >= 1_000_000
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  })
  const words = format.format(large ? bytes / 1_000_000 : bytes && Math.max(1, bytes / 1_000))
  // Hebrew has the number last for exactly one, which only right-to-left text puts back in its place.
  return words.replace(/^(\w+)\u200f(\S+)$/, '$2 $1').replace(' ', '\u00a0')
}
