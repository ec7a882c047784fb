import { expect, test } from 'vitest'
import { withoutAddress } from '../../server/erasure/names.ts'

const ann = 'ann@example.com'

test.for([
  ['ann@example.com', '[…]'],
  ['Not sent by Ann@Example.COM', 'Not sent by […]'],
  ['"Ann" <ann@example.com>, <bob@example.com>', '"Ann" <[…]>, <bob@example.com>'],
  ['ann@example.com ANN@EXAMPLE.COM', '[…] […]'],
  ['It is ann@example.com.', 'It is […].'],
] as const)('takes the address out of %s', ([text, left]) => {
  expect(withoutAddress(text, ann)).toBe(left)
})

test.for([
  'joann@example.com',
  'ann@example.com.au',
  'ann@example.community',
  'o.ann@example.com',
  '',
  'Ann',
])('leaves %s as it is', (text) => {
  expect(withoutAddress(text, ann)).toBe(text)
})
