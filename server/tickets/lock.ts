import { Prisma, type Ticket } from '../../prisma/generated/client/client.ts'
import { coded, NotFound } from '../api/errors.ts'
import type { Transaction } from '../database/db.ts'
import { rows } from '../database/rows.ts'
import type { Member } from '../identity/viewer.ts'
import { fillPast } from './past/fill-past.ts'
import { type PeopleRow, peopleColumns, peopleOf, valuesColumn, withPeople } from './rows.ts'
import { manages, sees } from './visibility.ts'

interface Row extends Ticket, PeopleRow {
  participants: { id: string; email: string; readPosition: number; addedAt: string }[]
}

/** A ticket's row with its people and values: what decisions about it and most responses need. */
export type LockedTicket = ReturnType<typeof withPeople<Row>>

/**
 * Locks the ticket's row for the rest of the transaction and returns it, with the viewer's rights. Throws NotFound for
 * a ticket that the viewer may not see, FORBIDDEN for one that they may see but not manage.
 */
export async function lockManaged(tx: Transaction, ticketId: string, viewer: Member): Promise<LockedTicket> {
  const ticket = await lockVisible(tx, ticketId, viewer)
  if (!manages(viewer, ticket)) throw coded('FORBIDDEN', 'Participants may read, reply and leave')
  return ticket
}

/** Locks the ticket's row for the rest of the transaction and returns it. NotFound if the viewer may not see it. */
export async function lockVisible(tx: Transaction, ticketId: string, viewer: Member): Promise<LockedTicket> {
  const ticket = await lock(tx, ticketId)
  if (!ticket || !sees(viewer, ticket)) throw new NotFound('There is no such ticket')
  // Older events come before what the caller records.
  if (!ticket.historyFilled) await fillPast(tx, [ticketId])
  return ticket
}

async function lock(tx: Transaction, ticketId: string): Promise<LockedTicket | undefined> {
  const [locked] = await rows<Row & { version: unknown; isCurrent: boolean | null }>(statement(ticketId), tx)
  if (!locked) return undefined
  const { version, isCurrent, ...row } = locked
  // It changed while we waited for the lock: everything else was read before that, but now nobody can change it.
  return isCurrent ? withPeople(row) : lock(tx, ticketId)
}

/** Everything but the locked row is as of the statement's start: `isCurrent` says whether that row is, too. */
const statement = (ticketId: string) => Prisma.sql`
  WITH "locked" AS (SELECT *, xmin AS "version" FROM "Ticket" WHERE "id" = ${ticketId}::uuid FOR UPDATE)
  SELECT t.*, t."version" = (SELECT xmin FROM "Ticket" WHERE "id" = t."id") AS "isCurrent",
    ${Prisma.raw(peopleColumns)}, ${Prisma.raw(valuesColumn)},
    (SELECT coalesce(json_agg(to_json(p) ORDER BY p."addedAt", p."email"), '[]')
      FROM "Participant" p WHERE p."ticketId" = t."id") AS "participants"
  FROM ${Prisma.raw(peopleOf('"locked" t'))}`
