import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyWhileKilling } from './sync-rounds.ts'

test('the copy of the guide takes at most 30 lines', () => {
  const script = readFileSync(join(import.meta.dirname, '../../docs/guides/sync.mjs'), 'utf8')
  expect(script.trimEnd().split('\n').length).toBeLessThanOrEqual(30)
})

// More kills: test/long/sync.test.ts.
test('a copy misses and repeats nothing when it and the server are killed while tickets are edited', async () => {
  expect((await copyWhileKilling(2, 40)).length).toBeGreaterThan(10)
})
