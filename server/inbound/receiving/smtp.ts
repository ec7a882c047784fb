import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { config } from '../../config/config.ts'
import { log } from '../../log/log.ts'
import { withinBudget } from './budget.ts'
import { emailLimit, receive } from './receive.ts'
import { admission, idAt, idsIn, maxRecipients } from './reply-address.ts'

/** Milliseconds. */
const idleLimit = 60_000
const drainTime = 10_000
const maxConnections = 30

export interface SmtpListener {
  port: number
  /** Stops accepting emails and finishes those in progress. */
  close(): Promise<void>
}

/** An answer to the SMTP client other than 250. */
class Refusal extends Error {
  responseCode: number
  constructor(responseCode: number, message: string) {
    super(message)
    this.responseCode = responseCode
  }
}

const unknown = new Refusal(550, 'There is no such mailbox')
const busy = new Refusal(450, 'This mailbox accepts no more emails for now: try again later')
const later = new Refusal(451, 'The email could not be stored: try again later')

/**
 * Accepts emails to our reply and bounce addresses, and relays none. An email is acknowledged once it is in the
 * database. There is no TLS here: the mail server or proxy in front has the certificate.
 */
export async function listenForEmail(port: number, host: string): Promise<SmtpListener> {
  const arriving = new Set<Promise<void>>()
  const server = new SMTPServer({
    name: config.inboundDomain,
    banner: 'Ticket Center',
    size: emailLimit,
    rejectOversized: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    maxClients: maxConnections,
    maxRecipients: maxRecipients,
    socketTimeout: idleLimit,
    onRcptTo({ address }, _session, callback) {
      checkRecipient(address).then(() => callback(), callback)
    },
    onData(stream, session, callback) {
      const arrival = take(stream, session).then(() => callback(), callback)
      arriving.add(arrival)
      arrival.finally(() => arriving.delete(arrival))
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  server.on('error', (error) => log.info({ err: error }, 'inbound SMTP connection'))

  return {
    port: (server.server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(resolve))
      const late = new Promise((resolve) => setTimeout(resolve, drainTime).unref())
      await Promise.race([Promise.all(arriving), late])
      for (const connection of server.connections) connection.send(421, 'Shutting down: try again later')
      await closed
    },
  }
}

async function checkRecipient(address: string): Promise<void> {
  const purpose = idAt('reply', address) ? 'reply' : 'bounce'
  const id = idAt(purpose, address)
  if (!id) throw unknown
  const answer = await admission(purpose, id).catch(notNow)
  if (answer === 'gone') throw unknown
  if (answer === 'busy') throw busy
}

function take(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<void> {
  return withinBudget(async (fits) => {
    const raw = await readToEnd(stream, fits)
    if (stream.sizeExceeded) return
    if (!raw) throw later
    const to = envelope.rcptTo.map(({ address }) => address).join('\n')
    const from = envelope.mailFrom ? envelope.mailFrom.address : ''
    const [threadIds, emailIds] = [idsIn('reply', to), idsIn('bounce', to)]
    await receive(raw, { from, threadIds, emailIds }).catch(notNow)
  })
}

/**
 * The email; null if there is no room for it. It is read to the end anyway, as clients wait for no response before
 * that. The listener itself refuses what is too large.
 */
async function readToEnd(
  stream: SMTPServerDataStream,
  fits: (bytes: number) => boolean,
): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let keeps = true
  for await (const part of stream) {
    keeps &&= !stream.sizeExceeded && fits(part.byteLength)
    if (keeps) parts.push(part)
    else parts.length = 0
  }
  return keeps ? Buffer.concat(parts) : null
}

function notNow(error: unknown): never {
  log.error({ err: error }, 'inbound email not stored; its sender will retry')
  throw later
}
