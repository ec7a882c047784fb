import { afterEach, expect, test, vi } from 'vitest'
import { startApp } from '../support/app.ts'
import { idle } from '../support/jobs.ts'
import { statements } from '../support/statements.ts'

await startApp()
const { queues } = await import('../../server/jobs/queues.ts')
afterEach(() => vi.restoreAllMocks())

test('a server without due jobs checks for them with one statement, not one for each worker', async () => {
  await idle()
  const sent = statements()
  const count = (part: string) => sent().filter(({ text }) => text.includes(part)).length
  await expect.poll(() => count('AS "queue" ("name", "max")')).toBeGreaterThan(5)
  const workers = Object.values(queues).reduce((sum, { localConcurrency }) => sum + localConcurrency, 0)
  // Now and then, each polls on its own.
  expect(count('SKIP LOCKED')).toBeLessThanOrEqual(workers)
})
