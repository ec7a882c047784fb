import type { Prisma } from '../../prisma/generated/client/client.ts'
import { encodeGlobalID } from '../api/global-id.ts'
import { db } from '../database/db.ts'
import { emailRecords } from './email-records.ts'
import { fileRecords } from './file-records.ts'
import { type TicketOrMessage, ticketRecords } from './records.ts'

/** What is stored about a person; nothing for an unknown address. */
export async function* personRecords(websiteId: string, email: string): AsyncGenerator<object> {
  const customer = await db.customer.findUnique({ where: { websiteId_email: { websiteId, email } } })
  const muted = await db.emailMute.findUnique({ where: { websiteId_email: { websiteId, email } } })
  if (customer) {
    const { id, nickname, locale, firstSeenAt, lastPage, createdAt } = customer
    const known = { email, nickname, locale, firstSeenAt, lastPage, createdAt }
    yield { type: 'customer', id: encodeGlobalID('Customer', id), ...known }
  }
  if (muted) yield { type: 'mute', email, createdAt: muted.createdAt }
  yield* ticketRecords({ websiteId, customer: { email } })
  yield* guestRecords(websiteId, email)
  yield* formerRecords(websiteId, email)
  if (customer) yield* draftRecords(customer.id)
  yield* emailRecords(websiteId, email)
  yield* quarantinedRecords(websiteId, email)
  yield* fileRecords(websiteId, email)
}

/** Other people's tickets: only that they take part, and what they wrote themselves. */
async function* guestRecords(websiteId: string, email: string): AsyncGenerator<object> {
  const where: Prisma.TicketWhereInput = {
    websiteId,
    customer: { email: { not: email } },
    OR: [{ participants: { some: { email } } }, { messages: { some: { customer: { email } } } }],
  }
  for await (const record of ticketRecords(where, { customer: { email } })) yield withoutOthers(record)
}

function withoutOthers(record: TicketOrMessage): object {
  if (record.type === 'message') return record
  const { id, number, status, createdAt } = record
  return { type: 'ticket', takesPart: true, id, number, status, createdAt }
}

/** Other people's tickets that they followed until they left or were removed. */
async function* formerRecords(websiteId: string, email: string): AsyncGenerator<object> {
  for (const { ticketId, removedAt } of await db.formerParticipant.findMany({
    where: { websiteId, email },
  })) {
    yield { type: 'formerParticipation', ticketId: encodeGlobalID('Ticket', ticketId), removedAt }
  }
}

/** Emails to their own reply addresses that are quarantined: in their name, although it may be forged. */
async function* quarantinedRecords(websiteId: string, email: string): AsyncGenerator<object> {
  const where = { thread: { websiteId, email }, state: 'QUARANTINED' } as const
  const select = { from: true, subject: true, text: true, reason: true, receivedAt: true }
  for (const found of await db.inboundEmail.findMany({ where, select, orderBy: { id: 'asc' } })) {
    yield { type: 'quarantinedEmail', ...found }
  }
}

async function* draftRecords(customerId: string): AsyncGenerator<object> {
  for (const { ticketId, body, savedAt } of await db.draft.findMany({ where: { customerId } })) {
    yield { type: 'draft', ticketId: encodeGlobalID('Ticket', ticketId), body, savedAt }
  }
}
