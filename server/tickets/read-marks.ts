import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { readByKey } from './key-read-mark.ts'
import { byTimeAdded, Ticket } from './ticket.ts'
import { manages } from './visibility.ts'

builder.prismaObjectFields(Ticket, (t) => ({
  unreadCount: t.int({
    description:
      'Number of messages the caller has not read. Operators share one read mark, and messages from keys do not ' +
      'count for them. Each key has its own.',
    select: (_args, context) => ({
      id: true,
      messageCount: true,
      customerId: true,
      unreadKeyMessages: true,
      customerReadPosition: true,
      teamReadPosition: true,
      // In the order of the field `participants`, so that one selection serves both.
      participants: context.viewer?.kind === 'customer' && { orderBy: byTimeAdded },
    }),
    resolve: (ticket, _args, context) => {
      const viewer = member(context)
      const { id, messageCount, teamReadPosition, unreadKeyMessages } = ticket
      if (viewer.kind === 'operator') return messageCount - teamReadPosition - unreadKeyMessages
      if (viewer.kind === 'integration')
        return readByKey(viewer.id, id).then((position) => messageCount - position)
      if (viewer.id === ticket.customerId) return messageCount - ticket.customerReadPosition
      const own = ticket.participants.find(({ email }) => email === viewer.email)
      return messageCount - (own?.readPosition ?? messageCount)
    },
  }),
  teamReadPosition: t.exposeInt('teamReadPosition', {
    description: 'Position of the last message that operators have read; 0 for none.',
  }),
  teamReadAt: t.expose('teamReadAt', {
    type: 'DateTime',
    description:
      'When an operator read or posted the message at `teamReadPosition`; null if none did, or if that is unknown.',
    nullable: true,
  }),
  customerReadPosition: t.int({
    description:
      'Position of the last message that the ticket’s customer has read; 0 for none. Null for participants.',
    nullable: true,
    select: { customerId: true, customerReadPosition: true },
    resolve: (ticket, _args, context) =>
      manages(member(context), ticket) ? ticket.customerReadPosition : null,
  }),
  customerReadAt: t.field({
    type: 'DateTime',
    description:
      'When the customer read or posted the message at `customerReadPosition`; null if they did neither, if that ' +
      'is unknown, and for participants.',
    nullable: true,
    select: { customerId: true, customerReadAt: true },
    resolve: (ticket, _args, context) => (manages(member(context), ticket) ? ticket.customerReadAt : null),
  }),
}))
