import { asciiDigits } from './digits.ts'

/**
 * A number as the API takes it: people type its digits, thousands and fraction as their language writes them. Anything
 * else stays, for the server to refuse.
 */
export function typedNumber(typed: string, locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.8)
  const signOf = (type: string) => plain(parts.find((part) => part.type === type)?.value ?? '')
  const [group, fraction] = [signOf('group'), signOf('decimal')]
  // In India, only the last group has three digits.
  const groupSize = parts.filter(({ type }) => type === 'integer')[1]?.value.length ?? 3
  const grouped = new RegExp(
    `^[+-]?[1-9]\\d{0,2}(?:[${group}]\\d{${groupSize}})*[${group}]\\d{3}(?:[${fraction}]\\d+)?$`,
  )
  const text = plain(typed.trim()).replaceAll('٬', group).replaceAll('٫', fraction)
  return (grouped.test(text) ? text.replaceAll(group, '') : text).replace(fraction, '.')
}

/** With ASCII digits, minus sign, apostrophe and blanks, and without marks of direction. */
const plain = (text: string) =>
  asciiDigits(text.normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .replace('−', '-')
    .replaceAll('’', "'")
