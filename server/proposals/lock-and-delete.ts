import { NotFound } from '../api/errors.ts'
import type { Transaction } from '../database/db.ts'
import type { Member } from '../identity/viewer.ts'
import { type LockedTicket, lockVisible } from '../tickets/lock.ts'

/**
 * Locks the ticket of a proposed reply and deletes the proposal: only one caller can send or discard it. Throws NotFound
 * if there is none, or the viewer may not see it.
 */
export async function lockAndDeleteProposal(
  tx: Transaction,
  id: string,
  viewer: Member,
): Promise<LockedTicket> {
  const found = await tx.proposal.findUnique({ where: { id }, select: { ticketId: true } })
  const gone = () => new NotFound('There is no such proposed reply: it may have been sent or discarded')
  if (!found) throw gone()
  const ticket = await lockVisible(tx, found.ticketId, viewer).catch((error) => {
    throw error instanceof NotFound ? gone() : error
  })
  const { count } = await tx.proposal.deleteMany({ where: { id } })
  if (count === 0) throw gone()
  return ticket
}
