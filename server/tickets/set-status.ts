import { z } from 'zod'
import { Prisma } from '../../prisma/generated/client/client.ts'
import { TicketStatus as Statuses } from '../../prisma/generated/client/enums.ts'
import { member } from '../api/context.ts'
import { InvalidInput, NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { transaction } from '../database/db.ts'
import { actorOf } from '../events/actor.ts'
import { record } from '../events/record.ts'
import { lockManaged } from './lock.ts'
import { ticketPayload } from './payload.ts'
import { TicketStatus } from './ticket.ts'

mutation('setTicketStatus', {
  description: 'Sets the status of a ticket. Customers can set SOLVED and OPEN on their own tickets.',
  scope: { writeTickets: true },
  fields: (t) => ({
    ticketId: t.id({ required: true, description: 'Global id of the ticket.' }),
    status: t.field({ type: TicketStatus, required: true, description: 'New status.' }),
  }),
  input: z.object({ ticketId: globalId('Ticket'), status: z.enum(Statuses) }),
  errors: [NotFound],
  payload: ticketPayload,
  work: async ({ ticketId, status }, context) => {
    const viewer = member(context)
    if (viewer.kind === 'customer' && status === 'PENDING') {
      throw new InvalidInput([
        { path: ['input', 'status'], message: 'Customers can only set SOLVED or OPEN' },
      ])
    }
    const ticket = await transaction(async (tx) => {
      const ticket = await lockManaged(tx, ticketId, viewer)
      const from = ticket.status
      if (from === status) return ticket
      const updatedAt = new Date()
      const solvedByTeamAt = status === 'SOLVED' && viewer.kind !== 'customer' ? updatedAt : null
      const update = Prisma.sql`
        UPDATE "Ticket" SET "status" = ${status}::"TicketStatus", "solvedByTeamAt" = ${solvedByTeamAt}::timestamptz,
          "updatedAt" = ${updatedAt}::timestamptz WHERE "id" = ${ticketId}::uuid`
      await record(tx, ticket, actorOf(viewer), [{ type: 'STATUS_CHANGED', from, to: status }], [update])
      return { ...ticket, status, solvedByTeamAt, updatedAt }
    })
    return { ticketId, ticket }
  },
})
