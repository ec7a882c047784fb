import type { Prisma } from '../../prisma/generated/client/client.ts'
import { encodeGlobalID } from '../api/global-id.ts'
import { db } from '../database/db.ts'
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
  if (customer) yield* draftRecords(customer.id)
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

async function* draftRecords(customerId: string): AsyncGenerator<object> {
  for (const { ticketId, body, savedAt } of await db.draft.findMany({ where: { customerId } })) {
    yield { type: 'draft', ticketId: encodeGlobalID('Ticket', ticketId), body, savedAt }
  }
}
