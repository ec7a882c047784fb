import type { OutputFields } from '../builder.ts'
import { member } from '../context.ts'
import { db } from '../db.ts'
import { readBack } from '../errors.ts'
import { visibleTo } from './access.ts'
import { Ticket } from './ticket.ts'

/** Payload fields of a verb that changed one ticket: the ticket as it is now, by one statement. */
export const ticketPayload = (t: OutputFields<{ ticketId: string }>) => ({
  ticket: t.prismaField({
    type: Ticket,
    description: 'The ticket as it is now.',
    resolve: (query, { ticketId }, _args, context) =>
      readBack(db.ticket.findFirst({ ...query, where: { id: ticketId, ...visibleTo(member(context)) } })),
  }),
})
