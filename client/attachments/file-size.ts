/** Whole kilobytes, or megabytes with one digit, without a line break. */
export function fileSize(locale: string, bytes: number): string {
  const large = bytes >= 1_000_000
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  })
  const words = format.format(large ? bytes / 1_000_000 : Math.max(1, bytes / 1_000))
  return words.replace(' ', '\u00a0')
}
