import type { TicketStatus as Status } from '../../prisma/generated/client/enums.ts'
import { dataOf } from '../events/event.ts'
import { TicketStatus } from './ticket.ts'
import { eventType } from './ticket-event.ts'

declare module '../events/event.ts' {
  interface EventData {
    STATUS_CHANGED: { from: Status; to: Status }
  }
}

eventType('STATUS_CHANGED', {
  name: 'StatusChanged',
  description: 'A ticket got another status, by hand or with a message.',
  fields: (t) => ({
    from: t.field({
      type: TicketStatus,
      description: 'The status before.',
      resolve: (event) => dataOf(event, 'STATUS_CHANGED').from,
    }),
    to: t.field({
      type: TicketStatus,
      description: 'The status after.',
      resolve: (event) => dataOf(event, 'STATUS_CHANGED').to,
    }),
  }),
})
