import type { Transaction } from '../../database/db.ts'
import { touch } from '../../events/record.ts'

/** Marks sent emails as failed because they bounced. Those that failed before stay unchanged. */
export async function noteBounce(tx: Transaction, emailIds: string[], failure: string): Promise<void> {
  const bounced = await tx.email.updateManyAndReturn({
    where: { id: { in: emailIds }, state: 'SENT' },
    data: { state: 'FAILED', failure },
    select: { thread: { select: { ticketId: true } } },
  })
  for (const ticketId of new Set(bounced.map(({ thread }) => thread.ticketId))) await touch(tx, ticketId)
}
