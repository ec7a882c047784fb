import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectEndBy, startServer } from './crashes.ts'

test('a server that takes long to start works', async () => {
  const preload = join(import.meta.dirname, 'slow-start.ts')
  const { origin } = await startServer({ NODE_OPTIONS: `--import=${preload}` })
  const ready = async () => (await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(60_000) })).status
  await expect.poll(ready).toBe(200)
})

// The other signals: test/long/kill.test.ts.
test.for(['SIGSEGV', 'SIGABRT'] as const)(
  'a server that crashes with %s ends instead of hanging',
  expectEndBy,
)
