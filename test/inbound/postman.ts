import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { expect } from 'vitest'

/** What these tests' servers are started with. */
export const inbound = {
  INBOUND_DOMAIN: 'in.example.test',
  INBOUND_SMTP_PORT: '0',
  INBOUND_SECRET: 'c2VjcmV0IG9mIHRoZSB0ZXN0cywgb2Ygbm8gdXNlIGVsc2V3aGVyZQ',
}

export interface Email {
  from?: string
  to: string
  /** Further lines of the header. */
  header?: string[]
  body?: string
}

let emails = 0

/** An email as MIME, from the customer of the tests unless it says otherwise, with a Message-ID of its own. */
export function mime({
  from = 'Jane Doe <jane@example.com>',
  to,
  header = [],
  body = 'Prints!',
}: Email): string {
  const id = header.some((line) => /^message-id:/i.test(line))
    ? []
    : [`Message-ID: <${++emails}@example.com>`]
  const type = header.some((line) => /^content-type:/i.test(line)) ? [] : ['Content-Type: text/plain']
  const lines = [`From: ${from}`, `To: ${to}`, ...id, 'Subject: Re: Help', ...type, ...header, '', body]
  return lines.join('\r\n')
}

export const messageIdOf = (raw: string | Buffer) => /^message-id: *(\S+)/im.exec(String(raw))?.[1] ?? ''

/** An email of `emails/`, to this address; the files have it as @@REPLY@@. */
export function fixture(name: string, to: string): Buffer {
  const text = readFileSync(join(import.meta.dirname, 'emails', `${name}.eml`), 'latin1')
  return Buffer.from(text.replaceAll('@@REPLY@@', to).replace(/\r?\n/g, '\r\n'), 'latin1')
}

/** Headers of a request as a mail provider signs it. */
export function signed(
  body: string | Buffer,
  id = String(crypto.randomUUID()),
  at = Math.floor(Date.now() / 1_000),
) {
  const hmac = createHmac('sha256', inbound.INBOUND_SECRET).update(`${id}.${at}.`).update(body)
  return {
    'content-type': 'message/rfc822',
    'webhook-id': id,
    'webhook-timestamp': String(at),
    'webhook-signature': `v1,${hmac.digest('base64')}`,
  }
}

/** Sends emails to the server of this process, and looks what became of them. */
export async function newPostman(origin: string, smtpPort: number) {
  const { db, transaction } = await import('../../server/database/db.ts')
  const { emailToken } = await import('../../server/notifications/email-token.ts')
  const { localId } = await import('../../server/api/global-id.ts')
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true })

  /** The address at which somebody answers emails about a ticket; `ticketId` is its global id. */
  async function replyAddress(
    ticketId: string,
    email: string,
    role: 'CUSTOMER' | 'PARTICIPANT' | 'OPERATOR' = 'CUSTOMER',
  ) {
    const id = localId('Ticket', ticketId) ?? ''
    const { id: threadId } = await transaction(async (tx) => {
      // The server makes threads, too, and locks the ticket first.
      await tx.$executeRaw`SELECT FROM "Ticket" WHERE "id" = ${id}::uuid FOR UPDATE`
      const { websiteId } = await tx.ticket.findUniqueOrThrow({ where: { id } })
      return tx.emailThread.upsert({
        where: { ticketId_role_email: { ticketId: id, role, email } },
        create: { ticketId: id, websiteId, role, email },
        update: {},
      })
    })
    return `${emailToken('reply', threadId)}@${inbound.INBOUND_DOMAIN}`
  }

  /** Hands an email over by SMTP; gives the code of the answer, 250 when it was taken. */
  async function send(
    to: string | string[],
    raw: string | Buffer,
    from = 'jane@example.com',
  ): Promise<number> {
    try {
      await transport.sendMail({ envelope: { from, to }, raw })
      return 250
    } catch (error) {
      return (error as { responseCode: number }).responseCode
    }
  }

  /** The same by HTTP: gives the status. */
  async function post(raw: string | Buffer, headers: Record<string, string> = signed(raw)): Promise<number> {
    const response = await fetch(`${origin}/inbound`, {
      method: 'POST',
      headers,
      body: new Uint8Array(Buffer.from(raw)),
    })
    await response.arrayBuffer()
    return response.status
  }

  const find = (messageIdHeader: string) =>
    db.inboundEmail.findMany({ where: { messageIdHeader }, omit: { raw: true }, include: { message: true } })

  /** The one row of an email, once something became of it. */
  async function settled(messageId: string) {
    await expect
      .poll(async () => (await find(messageId))[0]?.state, { interval: 20 })
      .not.toBeOneOf([undefined, 'RECEIVED'])
    const [row, ...others] = await find(messageId)
    expect(others).toEqual([])
    return row as NonNullable<typeof row>
  }

  return { replyAddress, send, post, find, settled }
}
