import type { Transaction } from '../database/db.ts'
import { rows } from '../database/rows.ts'
import { nobody } from '../events/actor.ts'
import { insertJob } from '../jobs/insert-job.ts'
import { insertPast, type TicketPast } from '../tickets/past/insert-past.ts'
import { pastOf } from '../tickets/past/past.ts'
import type { TicketRows } from './rows.ts'

/** Records the events of imported tickets. */
export async function recordPast(tx: Transaction, written: TicketRows[], notify: boolean): Promise<void> {
  const pasts = written.map(pastOfRows)
  if (!notify) {
    const [first] = await insertPast(tx, pasts)
    // If this process dies, the job numbers all of them.
    if (first) await rows(insertJob('ticket-events', { eventIds: [first] }), tx)
    return
  }
  for (const past of pasts) {
    const eventIds = await insertPast(tx, [past], false)
    await rows(insertJob('ticket-events', { eventIds }), tx)
  }
}

/** The events that a ticket must have had. Actions by people without an account have no known actor. */
function pastOfRows({ ticket, messages }: TicketRows): TicketPast {
  const { id, websiteId, createdAt, status, solvedAt, lastActivityAt } = ticket
  const events = pastOf({
    ...{ createdAt, status, solvedByTeamAt: solvedAt, participants: [] },
    messages: messages.map((message) => ({ ...message, apiKeyId: null })),
  })
  const reached = messages.at(-1)?.customerId ? 'OPEN' : 'PENDING'
  if (status !== 'SOLVED' && status !== reached) {
    const event = { type: 'STATUS_CHANGED', from: reached, to: status } as const
    events.push({ event, actor: nobody, createdAt: lastActivityAt })
  }
  return { id, websiteId, events }
}
