import { v7 as newId } from 'uuid'
import type { Transaction } from '../database/db.ts'
import { pastOf } from './past.ts'

const author = { customerId: true, operatorId: true, apiKeyId: true } as const

/** Records the events of tickets from before there were events. Their rows are locked, and nothing of them recorded yet. */
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
  await tx.ticketEvent.createMany({ data: rows })
  // It is no change of the tickets: nobody is to read them again.
  await tx.$executeRaw`UPDATE "Ticket" SET "historyFilled" = true WHERE "id" = ANY(${ids}::uuid[])`
}
