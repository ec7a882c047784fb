import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import type { TestContext } from 'vitest'

/** A mail server that accepts emails only after this many milliseconds. Returns the recipients in order. */
export async function startSlowMailServer({ onTestFinished }: TestContext, milliseconds: number) {
  const recipients: string[] = []
  const taking = Promise.withResolvers<void>()
  const server = new SMTPServer({
    closeTimeout: 100,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: async (stream, { envelope }, callback) => {
      for await (const _ of stream);
      recipients.push(...envelope.rcptTo.map(({ address }) => address))
      taking.resolve()
      await sleep(milliseconds)
      callback()
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    recipients,
    /** Resolves with the first mail. */ taking: taking.promise,
  }
}
