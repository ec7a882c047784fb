import type { Transaction } from '../../database/db.ts'
import { insertPast } from './insert-past.ts'
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
  await insertPast(
    tx,
    tickets.map(({ id, websiteId, ...ticket }) => ({ id, websiteId, events: pastOf(ticket) })),
  )
  // The tickets have not changed: nobody has to reread them.
  await tx.$executeRaw`UPDATE "Ticket" SET "historyFilled" = true WHERE "id" = ANY(${ids}::uuid[])`
}
