import { DeliveryState as States } from '../../../prisma/generated/client/enums.ts'
import { builder } from '../../api/builder.ts'
import { noRows } from '../../api/conditions.ts'
import { type Context, member } from '../../api/context.ts'
import { connectionById, newestFirst } from '../../api/newest-first.ts'
import { pageCost } from '../../api/pagination.ts'
import { textCost } from '../../api/prices.ts'
import { scopesOf } from '../../identity/scopes.ts'
import { TicketEvent } from '../../tickets/events/ticket-event.ts'
import { WebhookEndpoint } from '../endpoints/endpoint.ts'
import { type Payload, WebhookPayload, wireType } from '../payload/payload.ts'

const DeliveryState = builder.enumType('DeliveryState', {
  description: 'Delivery state of a webhook.',
  values: {
    QUEUED: { value: States.QUEUED, description: 'Waiting for its first attempt or the next one.' },
    DELIVERED: {
      value: States.DELIVERED,
      description: 'Accepted: the response had a status from 200 to 299.',
    },
    FAILED: {
      value: States.FAILED,
      description: 'Not accepted within 3 days, or the response was 410. A test is attempted once.',
    },
    SKIPPED: { value: States.SKIPPED, description: 'Not sent, because its endpoint is or was disabled.' },
  },
})

/** Condition for a delivery: it contains a ticket. */
export function shownTo(context: Context) {
  const { websiteId } = member(context)
  return { websiteId, AND: scopesOf(context.viewer).writeWebhooks ? [] : [noRows] }
}

export const WebhookDelivery = builder.prismaNode('WebhookDelivery', {
  description: 'The delivery of an event to an endpoint, and its outcome. Kept for 30 days.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, ...shownTo(context) }),
  fields: (t) => ({
    endpoint: t.relation('endpoint', { description: 'Where it is sent.' }),
    event: t.relation('event', {
      type: TicketEvent,
      description: 'The event; null for a test. Keys also need TICKETS_READ to read it.',
      nullable: true,
      authScopes: { readTickets: true },
    }),
    type: t.string({
      description: 'Type in the webhook, such as `message.posted`, or `test`.',
      select: { event: { select: { type: true } } },
      resolve: ({ event }) => (event ? wireType(event.type) : 'test'),
    }),
    state: t.expose('state', { type: DeliveryState, description: 'Delivery state.' }),
    attempts: t.exposeInt('attempts', { description: 'Number of attempts so far.' }),
    responseStatus: t.exposeInt('responseStatus', {
      description: 'HTTP status of the last response; null if there was none.',
      nullable: true,
    }),
    responseBody: t.exposeString('responseBody', {
      description:
        'Text of the last response, at most 64 kB; null if there was none, or a person in it was erased.',
      nullable: true,
      complexity: textCost,
    }),
    failure: t.exposeString('failure', {
      description: 'Why the last attempt got no response, in English; null if it got one.',
      nullable: true,
    }),
    requestBody: t.string({
      description:
        'The JSON that is sent, the same in each attempt; empty before the first one, and once a person in it is erased.',
      complexity: textCost,
      select: { requestBody: true },
      resolve: ({ requestBody }) => requestBody ?? '',
    }),
    payload: t.field({
      type: WebhookPayload,
      description: 'The same as an object; null where `requestBody` is empty.',
      nullable: true,
      complexity: textCost,
      select: { requestBody: true },
      resolve: ({ requestBody }) => (requestBody === null ? null : (JSON.parse(requestBody) as Payload)),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
    nextAttemptAt: t.expose('nextAttemptAt', {
      type: 'DateTime',
      description: 'When the next attempt is due; null unless it is queued.',
      nullable: true,
    }),
  }),
})

builder.prismaObjectField(WebhookEndpoint, 'deliveries', (t) =>
  t.connection(
    {
      type: WebhookDelivery,
      description:
        'Deliveries of the last 30 days, newest first; only for administrators and keys with WEBHOOKS_WRITE.',
      authScopes: { writeWebhooks: true },
      complexity: pageCost,
      select: (args, _context, selection) => ({
        deliveries: selection(newestFirst(args), ['edges', 'node']),
      }),
      resolve: ({ deliveries }, args) => connectionById(args, deliveries) as never,
    },
    { name: 'WebhookDeliveryConnection', description: 'Deliveries, newest first.' },
    { name: 'WebhookDeliveryEdge', description: 'A delivery and its cursor.' },
  ),
)
