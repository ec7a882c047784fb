import type { TicketStatus as Status } from '../../../prisma/generated/client/enums.ts'
import { dataOf } from '../../events/event.ts'
import { TicketStatus } from '../ticket.ts'
import { eventType } from './ticket-event.ts'

declare module '../../events/event.ts' {
  interface EventData {
    STATUS_CHANGED: { from: Status; to: Status }
  }
}

eventType('STATUS_CHANGED', {
  name: 'StatusChanged',
  description: 'The status of a ticket changed, set directly or by a new message.',
  fields: (t) => ({
    from: t.field({
      type: TicketStatus,
      description: 'Status before the change.',
      resolve: (event) => dataOf(event, 'STATUS_CHANGED').from,
    }),
    to: t.field({
      type: TicketStatus,
      description: 'Status after the change.',
      resolve: (event) => dataOf(event, 'STATUS_CHANGED').to,
    }),
  }),
})
