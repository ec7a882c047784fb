import { coded, NotFound } from '../api/errors.ts'
import type { Transaction } from '../database/db.ts'
import type { Member } from '../identity/viewer.ts'
import { fillPast } from './fill-past.ts'
import { managedBy, visibleTo } from './visibility.ts'

/**
 * Locks the ticket's row for the rest of the transaction and gives it, by the viewer's rights.
 * Throws NotFound for a ticket the viewer does not see, FORBIDDEN for one they see but do not manage.
 */
export async function lockManaged(tx: Transaction, ticketId: string, viewer: Member) {
  const ticket = await lockVisible(tx, ticketId, viewer)
  const managed = await tx.ticket.count({ where: { id: ticketId, ...managedBy(viewer) } })
  if (managed === 0) throw coded('FORBIDDEN', 'Participants may read, reply and leave')
  return ticket
}

/** Locks the ticket's row for the rest of the transaction and gives it. Throws NotFound when the viewer does not see it. */
export async function lockVisible(tx: Transaction, ticketId: string, viewer: Member) {
  await tx.$executeRaw`SELECT FROM "Ticket" WHERE "id" = ${ticketId}::uuid FOR UPDATE`
  const where = { id: ticketId, ...visibleTo(viewer) }
  const ticket = await tx.ticket.findFirst({ where, include: { participants: true, customer: true } })
  if (!ticket) throw new NotFound('There is no such ticket')
  // The past comes before what the caller records.
  if (!ticket.historyFilled) await fillPast(tx, [ticketId])
  return ticket
}

export type LockedTicket = Awaited<ReturnType<typeof lockVisible>>
