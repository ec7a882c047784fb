import { builder } from '../../api/builder.ts'
import { type EventBody, WebhookEvent } from './event.ts'
import { type MessageBody, WebhookMessage } from './message.ts'
import { type TicketBody, WebhookTicket } from './ticket.ts'

interface Data {
  event: EventBody | null
  ticket: TicketBody | null
  message: MessageBody | null
}

/** The JSON of a webhook. */
export interface Payload {
  type: string
  timestamp: string
  version: string
  data: Data
}

/** Of the payload. Fields and types of events are added without a new one: it changes when something is removed. */
export const payloadVersion = '2026-12-01'

/** Type of an event in webhooks: `MESSAGE_POSTED` is `message.posted`. */
export const wireType = (type: string) => type.toLowerCase().replace('_', '.')

const WebhookData = builder.objectRef<Data>('WebhookData').implement({
  description: 'What a webhook reports.',
  fields: (t) => ({
    event: t.expose('event', { type: WebhookEvent, description: 'Null in a test.', nullable: true }),
    ticket: t.expose('ticket', { type: WebhookTicket, description: 'Null in a test.', nullable: true }),
    message: t.expose('message', {
      type: WebhookMessage,
      description: 'The message of a `message.posted`; null for all other types.',
      nullable: true,
    }),
  }),
})

export const WebhookPayload = builder.objectRef<Payload>('WebhookPayload').implement({
  description:
    'The JSON body of a webhook. New fields and types are added without notice: ignore what you do not know.',
  fields: (t) => ({
    type: t.exposeString('type', {
      description: 'Type of the event, `message.posted` for `MESSAGE_POSTED`, or `test`.',
    }),
    timestamp: t.field({
      type: 'DateTime',
      description: 'When it happened.',
      resolve: ({ timestamp }) => new Date(timestamp),
    }),
    version: t.exposeString('version', { description: `Version of this format: \`${payloadVersion}\`.` }),
    data: t.expose('data', { type: WebhookData, description: 'What happened.' }),
  }),
})
