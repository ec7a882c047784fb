import { v7 as newId } from 'uuid'
import { Prisma } from '../../../prisma/generated/client/client.ts'
import { afterCommit, type Transaction } from '../../database/db.ts'
import { rows } from '../../database/rows.ts'
import { numberSoon } from '../../events/numbering.ts'
import type { PastEvent } from './past.ts'

export interface TicketPast {
  id: string
  websiteId: string
  /** In order. */
  events: PastEvent[]
}

/** Records what happened in tickets before. Unless `silent` is false, nobody is notified. Returns the events' ids. */
export async function insertPast(tx: Transaction, tickets: TicketPast[], silent = true): Promise<string[]> {
  const past = tickets.flatMap(({ id: ticketId, websiteId, events }) =>
    events.map(({ event: { type, ...data }, actor, createdAt }) => ({
      ...{ id: newId({ msecs: createdAt.getTime() }), websiteId, ticketId, type, data, createdAt, silent },
      ...actor,
    })),
  )
  // One statement, so that even the ticket with the most messages fits in a transaction's time limit.
  const columns = Prisma.raw(
    '"id", "websiteId", "ticketId", "type", "data", "createdAt", "silent", "customerId", "operatorId", "apiKeyId"',
  )
  await rows(
    Prisma.sql`
      INSERT INTO "TicketEvent" (${columns}) SELECT ${columns}
      FROM jsonb_to_recordset(${JSON.stringify(past)}::jsonb) AS "row" (
        "id" uuid, "websiteId" uuid, "ticketId" uuid, "type" text, "data" jsonb, "createdAt" timestamptz,
        "silent" boolean, "customerId" uuid, "operatorId" uuid, "apiKeyId" uuid)`,
    tx,
  )
  afterCommit(tx, numberSoon)
  return past.map(({ id }) => id)
}
