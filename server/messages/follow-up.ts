import { v7 as newId } from 'uuid'
import type { Transaction } from '../database/db.ts'
import { touch } from '../events/record.ts'
import type { Member } from '../identity/viewer.ts'
import type { LockedTicket } from '../tickets/lock.ts'
import type { Appended } from './append.ts'
import { insertTicket, participantRow, ticketRow } from './insert-ticket.ts'
import { messageRow } from './message-row.ts'
import { participantOf } from './read-position.ts'
import { reserveNumber } from './reserve-number.ts'

/**
 * Opens a ticket that continues a closed one, with its subject, category, values, customer and participants: who saw
 * that one sees this one. The rows of website and closed ticket are locked. Returns its id.
 */
export async function openFollowUp(
  tx: Transaction,
  author: Member,
  earlier: LockedTicket,
  { changes, ...given }: Appended,
): Promise<string> {
  const { number } = await reserveNumber(tx, author, null)
  const { websiteId, subject, categoryId, categoryName, customerId } = earlier
  const id = newId()
  const message = messageRow(author, { websiteId, ticketId: id, position: 1, subject }, given)
  const about = { subject, categoryId, categoryName, customerId, followUpOfId: earlier.id }
  const { body, createdAt } = message
  const ticket = ticketRow(author, { id, number, body, createdAt, ...about })
  const own = participantOf(author, earlier)?.email
  const participants = earlier.participants.map(({ email }) => ({
    ...participantRow(ticket, email),
    readPosition: email === own ? 1 : 0,
  }))
  const fields = earlier.fields.map((field) => ({ ...field, ticketId: id }))
  const { attachmentIds, uploader } = given
  await insertTicket(tx, author, { ticket, message, participants, fields, attachmentIds, uploader, changes })
  // It now names its follow-up.
  await touch(tx, earlier.id)
  return id
}
