import { v7 as newId } from 'uuid'
import { Prisma } from '../../prisma/generated/client/client.ts'
import { afterCommit, type Transaction } from '../database/db.ts'
import { rows } from '../database/rows.ts'
import { insertJob } from '../jobs/insert-job.ts'
import type { Actor } from './actor.ts'
import { type Audience, wake, wakeAudience } from './audience.ts'
import type { NewEvent } from './event.ts'
import { numberSoon } from './numbering.ts'
import { publish, topics } from './wakeups.ts'

/**
 * Records what changed in a ticket whose row the transaction has locked or created: the one call of every write to a
 * ticket. What reads events, live or by jobs, follows from it after the commit. `changes` are statements that change the
 * ticket itself, sent along in the same round trip: none of them sees what another one did.
 */
export async function record(
  tx: Transaction,
  ticket: { id: string; websiteId: string },
  actor: Actor,
  events: NewEvent[],
  changes: Prisma.Sql[] = [],
): Promise<void> {
  const ids = events.map(() => newId())
  const recorded = events.map(({ type, ...data }, at) => ({ id: ids[at], type, data }))
  const insertEvents = Prisma.sql`
    INSERT INTO "TicketEvent" ("id", "websiteId", "ticketId", "type", "data", "createdAt", "customerId", "operatorId", "apiKeyId")
    SELECT "id", ${ticket.websiteId}::uuid, ${ticket.id}::uuid, "type", "data", ${new Date()}::timestamptz,
      ${actor.customerId}::uuid, ${actor.operatorId}::uuid, ${actor.apiKeyId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(recorded)}::jsonb) AS "event" ("id" uuid, "type" text, "data" jsonb)`
  const parts = [...changes, insertEvents, insertJob('ticket-events', { eventIds: ids })]
  const named = parts.map((part, at) => Prisma.sql`${Prisma.raw(`"part${at}"`)} AS (${part})`)
  await rows(Prisma.sql`WITH ${Prisma.join(named)} SELECT`, tx)
  afterCommit(tx, () => {
    // Its conversation goes by positions of its own, which are there already.
    publish({ topics: [topics.ticket(ticket.id)] })
    numberSoon()
  })
}

/** The same for what is no event, as a read mark or what became of an email: who looks at the ticket looks again. */
export async function touch(tx: Transaction, ticketId: string): Promise<void> {
  await tx.ticket.updateMany({ where: { id: ticketId }, data: { updatedAt: new Date() } })
  afterCommit(tx, () => wakeAudience(ticketId))
}

/** `touch` for a ticket in hand; `change` sets its `updatedAt`, too. */
export async function touchWith(tx: Transaction, ticket: Audience, change: Prisma.Sql): Promise<void> {
  await rows(change, tx)
  afterCommit(tx, () => wake(ticket))
}
