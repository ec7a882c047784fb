import { expect, test } from 'vitest'
import { copyWhileKilling } from '../guides/sync-rounds.ts'

test('a copy misses and repeats nothing of ten thousand edits across forty kills', async () => {
  const made = await copyWhileKilling(40, 100)
  console.info(`${made} edits`)
  expect(made).toBeGreaterThan(4_000)
})
