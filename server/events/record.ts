import { v7 as newId } from 'uuid'
import { afterCommit, type Transaction } from '../database/db.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { Actor } from './actor.ts'
import { wakeAudience } from './audience.ts'
import type { NewEvent } from './event.ts'
import { numberSoon } from './numbering.ts'
import { publish, topics } from './wakeups.ts'

/**
 * Records what changed in a ticket whose row the transaction has locked or created: the one call of every write to a
 * ticket. What reads events, live or by jobs, follows from it after the commit.
 */
export async function record(
  tx: Transaction,
  ticket: { id: string; websiteId: string },
  actor: Actor,
  events: NewEvent[],
): Promise<void> {
  const { id: ticketId, websiteId } = ticket
  const createdAt = new Date()
  const rows = events.map(({ type, ...data }) => ({
    ...{ id: newId(), websiteId, ticketId, type, data, createdAt },
    ...actor,
  }))
  await tx.ticketEvent.createMany({ data: rows })
  await enqueue(tx, 'ticket-events', { eventIds: rows.map(({ id }) => id) })
  afterCommit(tx, () => {
    // Its conversation goes by positions of its own, which are there already.
    publish({ topics: [topics.ticket(ticketId)] })
    numberSoon()
  })
}

/** The same for what is no event, as a read mark or what became of an email: who looks at the ticket looks again. */
export async function touch(tx: Transaction, ticketId: string): Promise<void> {
  await tx.ticket.updateMany({ where: { id: ticketId }, data: { updatedAt: new Date() } })
  afterCommit(tx, () => wakeAudience(ticketId))
}
