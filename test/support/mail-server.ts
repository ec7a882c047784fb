import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { listen } from './listen.ts'

export interface Arrived extends ParsedMail {
  /** From the envelope. */
  sender: string
  recipients: string[]
  /** As received. */
  raw: string
}

/**
 * How the server treats an email instead of accepting it: a response to its recipient such as 550 or, after the
 * content, a refusal, no response, or a broken connection.
 */
type Mood = (recipient: string) => number | `${number} ${string}` | 'refuse' | 'hang' | 'break' | undefined

/** A real SMTP server that stores what it receives. `password`: what clients sign in with; none by default. */
export async function startMailServer(password?: string) {
  const emails: Arrived[] = []
  const waiting = new Set<() => void>()
  let server: SMTPServer | undefined
  let port = 0
  let mood: Mood = () => undefined
  let senderAnswer: number | undefined
  let connections = 0

  async function up() {
    server = new SMTPServer({
      authOptional: password === undefined,
      allowInsecureAuth: true,
      disabledCommands: password === undefined ? ['STARTTLS', 'AUTH'] : ['STARTTLS'],
      closeTimeout: 100,
      onConnect(_session, callback) {
        connections++
        callback()
      },
      onAuth(given, _session, callback) {
        if (given.password === password) return callback(null, { user: given.username })
        callback(refusal(535, 'wrong password'))
      },
      onMailFrom(_address, _session, callback) {
        callback(senderAnswer === undefined ? null : refusal(senderAnswer, 'senders like you are refused'))
      },
      onRcptTo({ address }, _session, callback) {
        const answer = mood(address)
        const [, code, words = 'not now'] = /^(\d+)(?: (.*))?$/.exec(String(answer)) ?? []
        callback(code ? refusal(Number(code), words) : null)
      },
      onData(stream, session, callback) {
        keep(stream, session).then((taken) => taken && callback(), callback)
      },
    })
    // A killed client breaks its connection.
    server.on('error', () => {})
    port = await listen(server.server, port)
  }

  async function keep(stream: NodeJS.ReadableStream, { id, envelope }: SMTPServerSession): Promise<boolean> {
    const recipients = envelope.rcptTo.map(({ address }) => address)
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    const raw = Buffer.concat(chunks)
    const parsed = await simpleParser(raw)
    const sender = envelope.mailFrom ? envelope.mailFrom.address : ''
    emails.push(Object.assign(parsed, { sender, recipients, raw: raw.toString() }))
    for (const wake of waiting) wake()
    const answer = mood(String(recipients[0]))
    if (answer === 'refuse') throw refusal(554, '5.7.1 this looks like spam')
    if (answer === 'break') breakLine(server, id)
    return answer !== 'hang' && answer !== 'break'
  }

  async function down() {
    await new Promise<void>((resolve) => (server ? server.close(resolve) : resolve()))
    server = undefined
  }

  await up()
  const to = (address: string) => emails.filter(({ recipients }) => recipients.includes(address))

  return {
    url: `smtp://127.0.0.1:${port}`,
    emails,
    up,
    down,
    connections: () => connections,
    set mood(next: Mood) {
      mood = next
    },
    set password(text: string) {
      password = text
    },
    /** Refuses every sender with this response code. */
    set refusesSenders(answer: number | undefined) {
      senderAnswer = answer
    },
    /** Emails to an address so far. */
    to,
    /** The emails to an address, once there are `count` of them. */
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

/** The values of an email’s header field, unfolded. */
export function header({ raw }: Arrived, name: string): string[] {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  return head
    .split('\r\n')
    .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    .map((line) => line.slice(name.length + 1).trim())
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

/** The types of smtp-server lack it. */
function breakLine(server: unknown, session: string): void {
  const { connections } = server as { connections: Set<{ id: string; _socket: { destroy(): void } }> }
  for (const { id, _socket } of connections) if (id === session) _socket.destroy()
}

export type MailServer = Awaited<ReturnType<typeof startMailServer>>
