import { queryFromInfo } from '@pothos/plugin-prisma'
import type { OutputFields } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { readBack } from '../api/errors.ts'
import { db } from '../database/db.ts'
import { ownTicketAnswers, plannedTicket, ticketAnswers } from './planned-ticket.ts'
import { Ticket } from './ticket.ts'
import { visibleTo } from './visibility.ts'

interface ChangedTicket {
  ticketId: string
  /** As written, if the write has loaded all of it. */
  ticket?: object
}

/** Payload fields of a mutation that changed one ticket: its current state, read with one statement at most. */
export const ticketPayload = (t: OutputFields<ChangedTicket>) => ({
  ticket: t.field({
    type: Ticket,
    description: 'The ticket after the change.',
    resolve: ({ ticketId: id, ticket }, _args, context, info) => {
      const viewer = member(context)
      if (ownTicketAnswers.cover(info)) {
        const isComplete = ticket && ('drafts' in ticket || ticketAnswers.cover(info))
        return (isComplete ? ticket : readBack(plannedTicket(id, viewer, info))) as never
      }
      const query = queryFromInfo({ context, info })
      return readBack(db.ticket.findFirst({ ...query, where: { id, AND: [visibleTo(viewer)] } }))
    },
  }),
})
