import type { TicketEvent } from '../../../prisma/generated/client/client.ts'
import { dataOf } from '../../events/event.ts'
import { eventBody } from './event.ts'
import { messageBody } from './message.ts'
import { type Payload, payloadVersion, wireType } from './payload.ts'
import { ticketBody } from './ticket.ts'

/** The body of an event’s webhook, with the ticket as it is now; of a test without an event. */
export async function composeBody(event: TicketEvent | null): Promise<string> {
  return JSON.stringify(event ? await payloadOf(event) : test())
}

async function payloadOf(event: TicketEvent): Promise<Payload> {
  const { type, createdAt } = event
  const messageId = type === 'MESSAGE_POSTED' ? dataOf(event, type).messageId : null
  return {
    type: wireType(type),
    timestamp: createdAt.toISOString(),
    version: payloadVersion,
    data: {
      event: await eventBody(event),
      ticket: await ticketBody(event.ticketId),
      message: messageId === null ? null : await messageBody(messageId),
    },
  }
}

const test = (): Payload => ({
  type: 'test',
  timestamp: new Date().toISOString(),
  version: payloadVersion,
  data: { event: null, ticket: null, message: null },
})
