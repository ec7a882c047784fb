import { afterAll } from 'vitest'
import { newEnvironment } from './environment.ts'

/** Starts the server in this process, on a free port and a database of its own, until the file's tests have run. */
export async function startApp(extra: Record<string, string> = {}) {
  const { variables, remove } = await newEnvironment()
  Object.assign(process.env, variables, extra)
  const { createApp } = await import('../../server/app.ts')
  const app = await createApp()
  const origin = await app.listen()
  afterAll(async () => {
    await app.close()
    remove()
  })
  return { app, origin, rootKey: variables.ROOT_KEY ?? '', variables }
}
