import { afterAll } from 'vitest'
import { type Environment, newEnvironment } from './environment.ts'
import { startMailServer } from './mail-server.ts'

/** Variables of a server that takes answers by email. */
export const inbound = {
  INBOUND_DOMAIN: 'in.example.test',
  INBOUND_SMTP_PORT: '0',
  INBOUND_SECRET: 'c2VjcmV0IG9mIHRoZSB0ZXN0cywgb2Ygbm8gdXNlIGVsc2V3aGVyZQ',
}

type App = Awaited<ReturnType<typeof start>>
let shared: ReturnType<typeof startWithMailServer> | undefined

/**
 * Starts the server in this process, on a free port and a database shared by the files of this thread: a start takes
 * longer than most files. It uses a mail server that stores what it receives.
 */
export function startApp(): ReturnType<typeof startWithMailServer> {
  shared ??= startWithMailServer()
  return shared
}

/** The same for files about answers by email: theirs takes them. */
export function startReceiving(): ReturnType<typeof startWithMailServer> {
  shared ??= startWithMailServer(inbound)
  return shared
}

async function startWithMailServer(extra: Record<string, string> = {}) {
  const mailServer = await startMailServer()
  const variables = {
    ...emailVariables(mailServer.url),
    TRUST_PROXY: '127.0.0.1,::1',
    // The receivers of the tests are on this machine.
    WEBHOOK_ALLOW_PRIVATE: 'on',
    ...extra,
  }
  return { ...(await start(variables)), mailServer }
}

/** Variables of a server that sends emails through a mail server. */
export const emailVariables = (url: string) => ({
  SMTP_URL: url,
  MAIL_FROM: 'tickets@example.test',
  INBOUND_SMTP_PORT: '0',
})

/**
 * Starts a server with its own variables that no other file uses, until the file's tests are done; by default over an
 * empty database.
 */
export async function startOwnApp(extra: Record<string, string> = {}, over?: Environment): Promise<App> {
  const app = await start(extra, over)
  afterAll(async () => {
    await app.app.close()
    app.remove()
  })
  return app
}

async function start(extra: Record<string, string>, over?: Environment) {
  const { variables, remove } = over ?? (await newEnvironment())
  const { app, origin } = await startHere({ ...variables, ...extra })
  return { app, origin, rootKey: variables.ROOT_KEY ?? '', variables, remove }
}

/**
 * Starts a server in this thread, which has no other until `stop`. Where a process must die, this is the server before
 * or after it: a process takes seconds to start.
 */
export async function startHere(variables: Record<string, string | undefined>) {
  const { createApp } = await import('../../server/app.ts')
  const app = await createApp({ ...process.env, ...variables })
  const origin = await app.listen()
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= app.close()
    return stopped
  }
  return { app, origin, stop }
}
