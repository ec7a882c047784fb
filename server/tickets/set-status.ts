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
import type { IssueCode } from '../text/issue-codes.ts'
import { isClosed } from './closed.ts'
import { lockManaged } from './lock.ts'
import { ticketPayload } from './payload.ts'
import { TicketStatus } from './ticket.ts'

mutation('setTicketStatus', {
  description:
    'Sets the status of a ticket. Customers can set SOLVED and OPEN on their own tickets, but not OPEN once their reply ' +
    'would open a follow-up.',
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
    const byCustomer = viewer.kind === 'customer'
    if (byCustomer && status === 'PENDING')
      throw notToBe('NOT_YOURS_TO_CHOOSE', 'Customers can only set SOLVED or OPEN')
    const ticket = await transaction(async (tx) => {
      const ticket = await lockManaged(tx, ticketId, viewer)
      const from = ticket.status
      if (from === status) return ticket
      if (byCustomer && from === 'SOLVED' && (await isClosed(tx, ticket))) {
        const message = 'It was solved too long ago. A reply opens a new ticket that continues it'
        throw notToBe('TICKET_CLOSED', message)
      }
      const updatedAt = new Date()
      const solvedAt = status === 'SOLVED' ? updatedAt : null
      const solvedByTeamAt = byCustomer ? null : solvedAt
      const update = Prisma.sql`
        UPDATE "Ticket" SET "status" = ${status}::"TicketStatus", "solvedByTeamAt" = ${solvedByTeamAt}::timestamptz,
          "solvedAt" = ${solvedAt}::timestamptz, "updatedAt" = ${updatedAt}::timestamptz WHERE "id" = ${ticketId}::uuid`
      await record(tx, ticket, actorOf(viewer), [{ type: 'STATUS_CHANGED', from, to: status }], [update])
      return { ...ticket, status, solvedAt, solvedByTeamAt, updatedAt }
    })
    return { ticketId, ticket }
  },
})

const notToBe = (code: IssueCode, message: string) =>
  new InvalidInput([{ path: ['input', 'status'], code, message }])
