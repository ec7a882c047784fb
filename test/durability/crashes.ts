import { expect, onTestFinished } from 'vitest'
import { newEnvironment } from '../support/environment.ts'
import { spawnServer } from '../support/process.ts'

/** Starts a server that runs until the end of the test. */
export async function startServer(more: Record<string, string> = {}) {
  const { variables, remove } = await newEnvironment()
  const server = spawnServer({ ...variables, ...more })
  onTestFinished(async () => {
    await server.stop()
    remove()
  })
  return { server, origin: await server.origin }
}

/** Expects that a signal like a crash’s ends a server. */
export async function expectEndBy(signal: NodeJS.Signals): Promise<void> {
  const { server } = await startServer()
  expect(await server.stop(signal)).toEqual({ code: null, signal })
}
