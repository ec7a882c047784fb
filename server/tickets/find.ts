import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { localId } from '../api/global-id.ts'
import { db } from '../database/db.ts'
import { ownTicketAnswers, plannedTicket } from './planned-ticket.ts'
import { Ticket } from './ticket.ts'
import { visibleTo } from './visibility.ts'

builder.queryField('ticket', (t) =>
  t.field({
    type: Ticket,
    description: 'A ticket by its global id; null if it does not exist or the caller may not see it.',
    nullable: true,
    authScopes: { readTickets: true },
    args: { id: t.arg.id({ required: true, description: 'Global id of the ticket.' }) },
    resolve: (_root, args, context, info) => {
      const viewer = member(context)
      const id = localId('Ticket', String(args.id))
      if (id === null) return null
      if (ownTicketAnswers.cover(info)) return plannedTicket(id, viewer, info) as never
      const where = { id, AND: [visibleTo(viewer)] }
      return db.ticket.findFirst({ ...queryFromInfo({ context, info }), where })
    },
  }),
)

builder.queryField('ticketByNumber', (t) =>
  t.prismaField({
    type: Ticket,
    description: 'A ticket by its number; null if it does not exist or the caller may not see it.',
    nullable: true,
    authScopes: { readTickets: true },
    args: { number: t.arg.int({ required: true, description: '`number` of the ticket.' }) },
    resolve: (query, _root, { number }, context) => {
      const viewer = member(context)
      return db.ticket.findFirst({
        ...query,
        where: { number, ...visibleTo(viewer), websiteId: viewer.websiteId },
      })
    },
  }),
)
