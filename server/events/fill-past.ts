import { v7 as newId } from 'uuid'
import type { Transaction } from '../database/db.ts'
import { pastOf } from './past.ts'

const author = { customerId: true, operatorId: true, apiKeyId: true } as const

/** Records the events of a ticket from before there were events. Its row is locked, and nothing of it recorded yet. */
export async function fillPast(tx: Transaction, id: string): Promise<void> {
  const { websiteId, ...ticket } = await tx.ticket.findUniqueOrThrow({
    where: { id },
    select: {
      websiteId: true,
      createdAt: true,
      status: true,
      solvedByTeamAt: true,
      messages: { orderBy: { position: 'asc' }, select: { id: true, createdAt: true, ...author } },
      participants: { select: { id: true, addedAt: true } },
    },
  })
  const rows = pastOf(ticket).map(({ event: { type, ...data }, actor, createdAt }) => ({
    ...{ id: newId({ msecs: createdAt.getTime() }), websiteId, ticketId: id, type, data, createdAt },
    ...actor,
  }))
  await tx.ticketEvent.createMany({ data: rows })
  // It is no change of the ticket: nobody is to read it again.
  await tx.$executeRaw`UPDATE "Ticket" SET "historyFilled" = true WHERE "id" = ${id}::uuid`
}
