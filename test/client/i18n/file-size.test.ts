import { expect, test } from 'vitest'
import { fileSize } from '../../../client/i18n/file-size.ts'

test.for<[string, number, string]>([
  ['en', 0, '0 kB'],
  ['en', 1, '1 kB'],
  ['en', 12_499, '12 kB'],
  ['en', 1_000_000, '1 MB'],
  ['de', 2_345_678, '2,3 MB'],
  ['ar', 1_000, '1 كيلوبايت'],
  ['he', 900, '1 kB'],
  ['he', 1_000_000, '1 MB'],
  ['he', 13_000, '13 kB'],
])('in %s, %i bytes are %s', ([locale, bytes, words]) => {
  expect(fileSize(locale, bytes)).toBe(words.replace(' ', '\u00a0'))
})
