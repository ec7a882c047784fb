import { v7 as newId } from 'uuid'
import { Prisma } from '../../../prisma/generated/client/client.ts'
import type { Transaction } from '../../database/db.ts'
import { rows } from '../../database/rows.ts'
import { insertJob } from '../../jobs/insert-job.ts'
import type { PendingEmail } from './pending-emails.ts'
import type { Addressee } from './readers.ts'

interface Ticket {
  id: string
  websiteId: string
  messageCount: number
}

/** Creates an email and the job that sends it, and notes in the addressee’s thread up to where they have been notified. */
export async function writeEmail(
  tx: Transaction,
  ticket: Ticket,
  addressee: Addressee,
  { kind, firstPosition, lastPosition }: PendingEmail,
  messageId: string,
): Promise<void> {
  const notified = lastPosition > 0 && kind !== 'RECEIVED' ? ticket.messageCount : 0
  const thread = noteInThread(ticket, addressee, notified)
  const id = newId()
  const email = Prisma.sql`
    INSERT INTO "Mail" ("id", "websiteId", "threadId", "kind", "messageId", "firstPosition", "lastPosition", "createdAt")
    VALUES (${id}::uuid, ${ticket.websiteId}::uuid, ${addressee.threadId}::uuid, ${kind}::"MailKind",
      ${messageId}::uuid, ${firstPosition}, ${lastPosition}, ${new Date()}::timestamptz)`
  const job = insertJob('mail', { mailId: id })
  await rows(Prisma.sql`WITH "thread" AS (${thread}), "email" AS (${email}), "job" AS (${job}) SELECT`, tx)
}

/** Marks everything as handled for somebody who wants no emails about the ticket. */
export async function skipAll(tx: Transaction, ticket: Ticket, addressee: Addressee): Promise<void> {
  await rows(noteInThread(ticket, addressee, ticket.messageCount), tx)
}

/** Creates the addressee's thread with their first email, and moves its position on. */
function noteInThread({ id: ticketId, websiteId }: Ticket, addressee: Addressee, position: number) {
  addressee.threadId ??= newId()
  const { threadId, role, email } = addressee
  return Prisma.sql`
    INSERT INTO "MailThread" ("id", "websiteId", "ticketId", "role", "email", "mailedPosition")
    VALUES (${threadId}::uuid, ${websiteId}::uuid, ${ticketId}::uuid, ${role}::"MailRole", ${email}, ${position})
    ON CONFLICT ("id") DO UPDATE SET "mailedPosition" = greatest("MailThread"."mailedPosition", excluded."mailedPosition")`
}
