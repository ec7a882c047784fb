import { v7 as newId } from 'uuid'
import { Prisma } from '../../prisma/generated/client/client.ts'
import { afterCommit, type Transaction } from '../database/db.ts'
import { rows } from '../database/rows.ts'
import { insertJob } from '../jobs/insert-job.ts'
import { publish } from '../wakeups/publish.ts'
import { topics } from '../wakeups/wake.ts'
import type { Actor } from './actor.ts'
import { type Audience, wake, wakeAudience } from './audience.ts'
import type { NewEvent } from './event.ts'
import { numberSoon } from './numbering.ts'

/**
 * Records changes of a ticket whose row the transaction has locked or created: every write to a ticket calls it.
 * Everything that reads events, live or in jobs, follows after the commit. `changes` are statements that change the
 * ticket itself, sent in the same round trip: none of them sees another's effect.
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
    // Its conversation has its own positions, which already exist.
    publish({ topics: [topics.ticket(ticket.id)] })
    numberSoon()
  })
}

/** For what only the team sees of a ticket, and is not an event. */
export function wakeTeam(tx: Transaction, { id, websiteId }: { id: string; websiteId: string }): void {
  afterCommit(tx, () => publish({ ticketId: id, topics: [topics.team(websiteId)] }))
}

/** `record` for what is not an event, such as a read mark or an email's outcome: wakes the ticket's viewers. */
export async function touch(tx: Transaction, ...ticketIds: string[]): Promise<void> {
  await tx.ticket.updateMany({ where: { id: { in: ticketIds } }, data: { updatedAt: new Date() } })
  afterCommit(tx, () => wakeAudience(...ticketIds))
}

/** `touch` for a loaded ticket; `change` also sets its `updatedAt`. */
export async function touchWith(tx: Transaction, ticket: Audience, change: Prisma.Sql): Promise<void> {
  await rows(change, tx)
  afterCommit(tx, () => wake(ticket))
}
