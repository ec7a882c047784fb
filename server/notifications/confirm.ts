import { transaction } from '../database/db.ts'
import { enqueue } from '../jobs/jobs.ts'

/** Tickets of one customer that somebody is told of at once. */
const maxTickets = 100

/**
 * Notes that a participant wants the emails of the ticket that they were invited to, and makes those due that they
 * were not sent so far. False, and nothing changed, when they no longer follow it. Repeats change nothing.
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
      // The customer may send them other tickets' news as well now.
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
