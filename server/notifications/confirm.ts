import { transaction } from '../database/db.ts'
import { enqueue } from '../jobs/jobs.ts'

/** Maximum tickets of one customer that are planned at once. */
const maxTickets = 100

/**
 * Records that a participant accepts a ticket's emails after an invitation, and enqueues those not sent so far. Returns
 * false and changes nothing if they no longer follow it. Repeats change nothing.
 */
export async function confirmEmails(threadId: string): Promise<boolean> {
  return transaction(async (tx) => {
    const thread = await tx.emailThread.findFirst({ where: { id: threadId, role: 'PARTICIPANT' } })
    if (!thread) return false
    const { ticketId, email } = thread
    if (!(await tx.participant.findUnique({ where: { ticketId_email: { ticketId, email } } }))) return false
    const { count } = await tx.emailThread.updateMany({
      where: { id: threadId, confirmedAt: null },
      data: { confirmedAt: new Date(), mutedAt: null },
    })
    if (count > 0) {
      // This customer's other tickets may now email them, too.
      const { customerId } = await tx.ticket.findUniqueOrThrow({ where: { id: ticketId } })
      const followed = { customerId, participants: { some: { email } } }
      const tickets = await tx.ticket.findMany({
        where: followed,
        orderBy: { id: 'desc' },
        take: maxTickets,
        select: { id: true },
      })
      for (const { id } of tickets) await enqueue(tx, 'ticket-news', { ticketId: id })
    }
    return true
  })
}
