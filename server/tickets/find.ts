import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { localId } from '../api/global-id.ts'
import { db } from '../database/db.ts'
import { Ticket } from './ticket.ts'
import { visibleTo } from './visibility.ts'

builder.queryField('ticket', (t) =>
  t.prismaField({
    type: Ticket,
    description: 'A ticket by its global id; null if it does not exist or the caller may not see it.',
    nullable: true,
    authScopes: { readTickets: true },
    args: { id: t.arg.id({ required: true, description: 'Global id of the ticket.' }) },
    resolve: (query, _root, args, context) => {
      const id = localId('Ticket', String(args.id))
      const where = { id: { in: id ? [id] : [] }, AND: [visibleTo(member(context))] }
      return db.ticket.findFirst({ ...query, where })
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
