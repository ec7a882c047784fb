import { Prisma } from '../../prisma/generated/client/client.ts'
import type { Transaction } from '../database/db.ts'
import type { Member } from '../identity/viewer.ts'
import type { LockedTicket } from '../tickets/lock.ts'

/** The participant that a viewer is on a ticket; undefined for its customer and the team. */
export function participantOf(viewer: Member, { customerId, participants }: LockedTicket) {
  if (viewer.kind !== 'customer' || viewer.id === customerId) return undefined
  return participants.find(({ email }) => email === viewer.email)
}

/**
 * Up to where the author of a new message has read the ticket: all of it, unless they replied to an email, and others
 * have written since. `emailedPosition` is how far they had been emailed then.
 */
export async function readUpTo(
  tx: Transaction,
  viewer: Member,
  ticket: LockedTicket,
  emailedPosition: number | undefined,
): Promise<number> {
  const position = ticket.messageCount + 1
  if (emailedPosition === undefined || viewer.kind !== 'customer') return position
  const readBefore =
    viewer.id === ticket.customerId
      ? ticket.customerReadPosition
      : (participantOf(viewer, ticket)?.readPosition ?? 0)
  const known = Math.max(readBefore, emailedPosition)
  const byOthers = { OR: [{ customerId: null }, { customerId: { not: viewer.id } }] }
  const where = { ticketId: ticket.id, position: { gt: known }, ...byOthers }
  return (await tx.message.count({ where })) > 0 ? known : position
}

/** What changes of a ticket that its viewer has read up to a position. */
export function readBy(
  viewer: Member,
  ticket: LockedTicket,
  readPosition: number,
  readAt: Date,
): Partial<LockedTicket> {
  if (viewer.kind === 'operator')
    return { teamReadPosition: readPosition, teamReadAt: readAt, unreadKeyMessages: 0 }
  if (viewer.kind === 'integration') {
    // Operators have as much to read as before.
    const allRead = ticket.teamReadPosition === ticket.messageCount
    return allRead ? { teamReadPosition: readPosition } : { unreadKeyMessages: ticket.unreadKeyMessages + 1 }
  }
  if (viewer.id === ticket.customerId) {
    const moves = readPosition > ticket.customerReadPosition
    return moves ? { customerReadPosition: readPosition, customerReadAt: readAt } : {}
  }
  const reader = participantOf(viewer, ticket)
  return { participants: ticket.participants.map((one) => (one === reader ? { ...one, readPosition } : one)) }
}

export const setReadPosition = (participantId: string, readPosition: number) => Prisma.sql`
  UPDATE "Participant" SET "readPosition" = ${readPosition} WHERE "id" = ${participantId}::uuid`
