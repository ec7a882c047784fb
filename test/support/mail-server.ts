import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

export interface Arrived extends ParsedMail {
  recipients: string[]
  /** As it came over the wire. */
  raw: string
}

/** What the server does with a mail in place of taking it: an answer such as 550, or nothing at all. */
type Mood = (recipient: string) => number | 'hang' | undefined

/** A real SMTP server that keeps what it is given. */
export async function startMailServer() {
  const mails: Arrived[] = []
  const waiting = new Set<() => void>()
  let server: SMTPServer | undefined
  let port = 0
  let mood: Mood = () => undefined
  let connections = 0

  async function up() {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      closeTimeout: 100,
      onConnect(_session, callback) {
        connections++
        callback()
      },
      onRcptTo({ address }, _session, callback) {
        const answer = mood(address)
        if (typeof answer !== 'number') return callback()
        callback(Object.assign(new Error('not now'), { responseCode: answer }))
      },
      onData(stream, session, callback) {
        keep(stream, session).then((taken) => taken && callback(), callback)
      },
    })
    // A client that is killed takes its connection with it.
    server.on('error', () => {})
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve))
    port = (server.server.address() as AddressInfo).port
  }

  async function keep(stream: NodeJS.ReadableStream, { envelope }: SMTPServerSession): Promise<boolean> {
    const recipients = envelope.rcptTo.map(({ address }) => address)
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    const raw = Buffer.concat(chunks)
    const parsed = await simpleParser(raw)
    mails.push(Object.assign(parsed, { recipients, raw: raw.toString() }))
    for (const wake of waiting) wake()
    return !recipients.some((recipient) => mood(recipient) === 'hang')
  }

  async function down() {
    await new Promise<void>((resolve) => (server ? server.close(resolve) : resolve()))
    server = undefined
  }

  await up()
  const to = (address: string) => mails.filter(({ recipients }) => recipients.includes(address))

  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    up,
    down,
    connections: () => connections,
    set mood(next: Mood) {
      mood = next
    },
    /** Mails to an address so far. */
    to,
    /** The mails to an address once there are `count` of them. */
    async count(address: string, count: number): Promise<[Arrived, ...Arrived[]]> {
      while (to(address).length < count) {
        const { promise, resolve } = Promise.withResolvers<void>()
        waiting.add(resolve)
        await promise
        waiting.delete(resolve)
      }
      return to(address) as [Arrived, ...Arrived[]]
    },
  }
}

export type MailServer = Awaited<ReturnType<typeof startMailServer>>
