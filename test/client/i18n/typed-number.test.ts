import { expect, test } from 'vitest'
import { typedNumber } from '../../../client/i18n/typed-number.ts'

const rows: [locale: string, typed: string, number: string][] = [
  ['en', '1,234', '1234'],
  ['en', '12,345,678.9', '12345678.9'],
  ['en', '-1.5', '-1.5'],
  ['en', ' 41 ', '41'],
  ['de', '1.234', '1234'],
  ['de', '1.234,5', '1234.5'],
  ['de', '1,5', '1.5'],
  // No group of three: the point of a computer.
  ['de', '1.5', '1.5'],
  ['de', '0.123', '0.123'],
  ['es', '1.234', '1234'],
  ['pt-BR', '-1.234.567,25', '-1234567.25'],
  ['de-CH', '1’234.5', '1234.5'],
  ['de-CH', "1'234", '1234'],
  ['fr', '1 234,5', '1234.5'],
  ['fr', '1\u202f234', '1234'],
  ['pl', '1234,5', '1234.5'],
  ['hi', '12,34,567', '1234567'],
  ['fa', '۱٬۲۳۴٫۵', '1234.5'],
  ['fa', '‎−۱٫۵', '-1.5'],
  ['ar', '١٬٢٣٤', '1234'],
  ['ar', '12.5', '12.5'],
  ['sv', '−1,5', '-1.5'],
  ['ja', '１，２３４．５', '1234.5'],
]

test.for(rows)('in %s, %s is %s', ([locale, typed, number]) => {
  expect(typedNumber(typed, locale)).toBe(number)
})

test.for([
  ['en', '1,5'],
  ['en', '1.234,5'],
  ['de', '1,234.5'],
  ['de', '1.23.456'],
  ['fr', '1 23'],
  ['en', 'many'],
] as const)('in %s, %s is no number', ([locale, typed]) => {
  expect(typedNumber(typed, locale)).not.toMatch(/^[+-]?\d+(?:\.\d+)?$/)
})
