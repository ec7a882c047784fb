import { afterAll } from 'vitest'
import { newEnvironment } from './environment.ts'

type App = Awaited<ReturnType<typeof start>>
let shared: Promise<App> | undefined

/**
 * Starts the server in this process, on a free port and a database of its own, with the rows that other files of the
 * thread left in it: a start costs more than most files do.
 */
export function startApp(): Promise<App> {
  shared ??= start({})
  return shared
}

/** Starts one that no other file uses, with variables of its own, until the file's tests have run. */
export async function startOwnApp(extra: Record<string, string> = {}): Promise<App> {
  const app = await start(extra)
  afterAll(async () => {
    await app.app.close()
    app.remove()
  })
  return app
}

async function start(extra: Record<string, string>) {
  const { variables, remove } = await newEnvironment()
  Object.assign(process.env, variables, extra)
  const { createApp } = await import('../../server/app.ts')
  const app = await createApp()
  const origin = await app.listen()
  return { app, origin, rootKey: variables.ROOT_KEY ?? '', variables, remove }
}
