import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { coded } from '../api/errors.ts'
import { db } from '../database/db.ts'
import { Message } from '../messages/message.ts'
import { Ticket } from '../tickets/ticket.ts'
import { visibleTo } from '../tickets/visibility.ts'

builder.prismaObjectField(Ticket, 'externalId', (t) =>
  t.exposeString('externalId', {
    description: 'Id in the system that it was imported from; null if it was not imported.',
    nullable: true,
  }),
)

builder.prismaObjectField(Message, 'externalId', (t) =>
  t.exposeString('externalId', {
    description: 'Id in the system that it was imported from; null if it has none.',
    nullable: true,
  }),
)

builder.queryField('ticketByExternalId', (t) =>
  t.prismaField({
    type: Ticket,
    description: 'An imported ticket; null if there is none with this id or the caller may not see it.',
    nullable: true,
    authScopes: { readTickets: true },
    args: { externalId: t.arg.string({ required: true, description: '`externalId` of the ticket.' }) },
    resolve: (query, _root, { externalId }, context) => {
      const viewer = member(context)
      if (externalId.includes('\0'))
        throw coded('BAD_USER_INPUT', '`externalId` cannot contain null characters')
      return db.ticket.findFirst({
        ...query,
        where: { externalId, ...visibleTo(viewer), websiteId: viewer.websiteId },
      })
    },
  }),
)
