import type { Transaction } from '../db.ts'

/**
 * Marks emails as failed that were sent and came back. Gives the ids of their tickets, to announce after the commit. Those
 * that failed before stay as they are.
 */
export async function noteBounce(tx: Transaction, mailIds: string[], failure: string): Promise<string[]> {
  const bounced = await tx.mail.updateManyAndReturn({
    where: { id: { in: mailIds }, state: 'SENT' },
    data: { state: 'FAILED', failure },
    select: { thread: { select: { ticketId: true } } },
  })
  return bounced.map(({ thread }) => thread.ticketId)
}
