import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { expect } from 'vitest'
import { inbound } from '../support/app.ts'

export interface Email {
  from?: string
  to: string
  /** Additional header lines. */
  header?: string[]
  body?: string
}

let emails = 0

/** An email as MIME, by default from the tests' customer, with its own Message-ID. */
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

/** An email from `emails/` to this address, which is @@REPLY@@ in the files. */
export function fixture(name: string, to: string): Buffer {
  const text = readFileSync(join(import.meta.dirname, 'emails', `${name}.eml`), 'latin1')
  return Buffer.from(text.replaceAll('@@REPLY@@', to).replace(/\r?\n/g, '\r\n'), 'latin1')
}

/** Headers of a request as an email provider signs it. */
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

/** Sends emails to this process's server, and reads their outcome. */
export async function newPostman(origin: string, smtpPort: number) {
  const { db, transaction } = await import('../../server/database/db.ts')
  const { emailToken } = await import('../../server/notifications/email-token.ts')
  const { localId } = await import('../../server/api/global-id.ts')
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true })

  /** Somebody's reply address for a ticket; `ticketId` is its global id. */
  async function replyAddress(
    ticketId: string,
    email: string,
    role: 'CUSTOMER' | 'PARTICIPANT' | 'OPERATOR' = 'CUSTOMER',
  ) {
    const id = localId('Ticket', ticketId) ?? ''
    const { id: threadId } = await transaction(async (tx) => {
      // The server creates threads, too, and locks the ticket first.
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

  /** Sends an email over SMTP; returns the response code, 250 if it was accepted. */
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

  /** The same over HTTP; returns the status. */
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

  /** The only row of an email, once it was processed. */
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
