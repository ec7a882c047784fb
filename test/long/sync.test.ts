import { expect, test } from 'vitest'
import { copyWhileKilling } from '../guides/sync-rounds.ts'

// Each kill is followed by a start, and an erasure rewrites the embedded database's files.
test('a copy misses and repeats nothing of ten thousand edits of every kind across fifty kills of the copy and 25 of the server', async () => {
  const made = await copyWhileKilling(50, 10_000)
  const counts = Object.groupBy(made, (kind) => kind)
  console.info(
    `${made.length} edits`,
    Object.entries(counts).map(([kind, all]) => `${kind} ${all?.length}`),
  )
  expect(Object.keys(counts)).toHaveLength(12)
}, 3_600_000)
