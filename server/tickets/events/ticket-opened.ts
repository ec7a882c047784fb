import { eventType } from './ticket-event.ts'

declare module '../../events/event.ts' {
  interface EventData {
    TICKET_OPENED: object
  }
}

eventType('TICKET_OPENED', {
  name: 'TicketOpened',
  description: 'A ticket was opened. Its first message is a separate event.',
  fields: () => ({}),
})
