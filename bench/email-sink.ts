import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** An SMTP server that accepts every email and stores the first. */
export async function startSink() {
  let count = 0
  let first: Buffer | undefined
  let wake = () => {}
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk) => chunks.push(chunk))
      stream.on('end', () => {
        first ??= Buffer.concat(chunks)
        count++
        callback()
        wake()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    first: () => first ?? Buffer.alloc(0),
    /** Resolves once this many emails have arrived since the last call. */
    async taken(wanted: number): Promise<void> {
      while (count < wanted) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      count = 0
    },
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}
