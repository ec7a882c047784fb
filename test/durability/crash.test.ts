import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { newEnvironment } from '../support/environment.ts'
import { spawnServer } from '../support/process.ts'

async function startServer(more: Record<string, string> = {}) {
  const { variables, remove } = await newEnvironment()
  const server = spawnServer({ ...variables, ...more })
  onTestFinished(async () => {
    await server.stop()
    remove()
  })
  return { server, origin: await server.origin }
}

test('a server that takes long to start works', async () => {
  const preload = join(import.meta.dirname, 'slow-start.ts')
  const { origin } = await startServer({ NODE_OPTIONS: `--import=${preload}` })
  const ready = async () => (await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(60_000) })).status
  await expect.poll(ready).toBe(200)
})

test.for(['SIGILL', 'SIGSEGV', 'SIGBUS', 'SIGFPE', 'SIGABRT', 'SIGTRAP'] as const)(
  'a server that crashes with %s ends instead of hanging',
  async (signal) => {
    const { server } = await startServer()
    expect(await server.stop(signal)).toEqual({ code: null, signal })
  },
)
