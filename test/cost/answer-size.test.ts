import { expect, test } from 'vitest'
import { isLargerThan } from '../../server/cost/answer-size.ts'

test.for<[name: string, data: unknown]>([
  ['Latin text', { body: 'x'.repeat(10_000) }],
  ['control characters', { body: '\u0001'.repeat(10_000) }],
  ['quotation marks', { body: '"\\\n'.repeat(10_000) }],
  ['Chinese text', { body: '語'.repeat(10_000) }],
  ['emoji and halves of them', { body: '😀\ud83d'.repeat(10_000) }],
  ['lists of numbers', { counts: Array.from({ length: 10_000 }, (_, at) => at * 1_001) }],
  ['nothing', Array(10_000).fill(null)],
  [
    'many fields',
    Array.from({ length: 1_000 }, (_, at) => ({ id: `${at}`, isUnread: false, position: 1.5 })),
  ],
])('an answer is as large as its JSON: %s', ([, data]) => {
  const size = Buffer.byteLength(JSON.stringify(data))
  expect(isLargerThan(data, size * 0.98)).toBe(true)
  expect(isLargerThan(data, size * 1.02)).toBe(false)
})
