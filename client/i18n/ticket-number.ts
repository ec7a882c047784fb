/** A ticket’s number in the locale’s digits: a name, so without separators. */
export function ticketNumber(locale: string, number: number): string {
  return new Intl.NumberFormat(locale, { useGrouping: false }).format(number)
}
