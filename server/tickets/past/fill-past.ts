import { v7 as newId } from 'uuid'
import { afterCommit, type Transaction } from '../../database/db.ts'
import { numberSoon } from '../../events/numbering.ts'
import { pastOf } from './past.ts'

const author = { customerId: true, operatorId: true, apiKeyId: true } as const

/** Records the events of tickets that are older than the log. Their rows are locked, and have no events yet. */
export async function fillPast(tx: Transaction, ids: string[]): Promise<void> {
  const tickets = await tx.ticket.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      websiteId: true,
      createdAt: true,
      status: true,
      solvedByTeamAt: true,
      messages: { orderBy: { position: 'asc' }, select: { id: true, createdAt: true, ...author } },
      participants: { select: { id: true, addedAt: true } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const rows = tickets.flatMap(({ id: ticketId, websiteId, ...ticket }) =>
    pastOf(ticket).map(({ event: { type, ...data }, actor, createdAt }) => ({
      ...{ id: newId({ msecs: createdAt.getTime() }), websiteId, ticketId, type, data, createdAt },
      ...actor,
    })),
  )
  // One statement, so that even the ticket with the most messages fits in a transaction's time limit.
  await tx.$executeRaw`
    INSERT INTO "TicketEvent" ("id", "websiteId", "ticketId", "type", "data", "createdAt", "customerId", "operatorId", "apiKeyId")
    SELECT "id", "websiteId", "ticketId", "type", "data", "createdAt", "customerId", "operatorId", "apiKeyId"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS "row" (
      "id" uuid, "websiteId" uuid, "ticketId" uuid, "type" text, "data" jsonb, "createdAt" timestamptz,
      "customerId" uuid, "operatorId" uuid, "apiKeyId" uuid)`
  // The tickets have not changed: nobody has to reread them.
  await tx.$executeRaw`UPDATE "Ticket" SET "historyFilled" = true WHERE "id" = ANY(${ids}::uuid[])`
  afterCommit(tx, numberSoon)
}
