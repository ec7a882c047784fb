import type { OutputFields } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { readBack } from '../api/errors.ts'
import { db } from '../database/db.ts'
import { Ticket } from './ticket.ts'
import { visibleTo } from './visibility.ts'

/** Payload fields of a mutation that changed one ticket: its current state, read with one statement. */
export const ticketPayload = (t: OutputFields<{ ticketId: string }>) => ({
  ticket: t.prismaField({
    type: Ticket,
    description: 'The ticket after the change.',
    resolve: (query, { ticketId }, _args, context) =>
      readBack(db.ticket.findFirst({ ...query, where: { id: ticketId, ...visibleTo(member(context)) } })),
  }),
})
