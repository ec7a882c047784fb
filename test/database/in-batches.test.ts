import { expect, test } from 'vitest'
import { inBatches } from '../../server/database/in-batches.ts'

test('A batch changes at most 1,000 rows, and the last one those that are left', async () => {
  let left = 2_500
  const limits: number[] = []
  await inBatches(async (limit) => {
    limits.push(limit)
    const count = Math.min(limit, left)
    left -= count
    return { count }
  })
  expect(limits).toEqual([1_000, 1_000, 1_000])
  expect(left).toBe(0)
})
