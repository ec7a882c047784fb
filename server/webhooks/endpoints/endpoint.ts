import { builder } from '../../api/builder.ts'
import { noRows } from '../../api/conditions.ts'
import { type Context, member } from '../../api/context.ts'
import { EventType } from '../../history/event-type.ts'
import { scopesOf } from '../../identity/scopes.ts'
import { WebsiteSettings } from '../../settings/settings.ts'
import { eventNames } from '../../tickets/events/ticket-event.ts'

/** Maximum endpoints of a website. */
export const maxEndpoints = 20

/** Condition for an endpoint by id: it shows no tickets, so those who read settings may see it, too. */
export function knownTo(context: Context) {
  const { readSettings, writeWebhooks } = scopesOf(context.viewer)
  return { websiteId: member(context).websiteId, AND: readSettings || writeWebhooks ? [] : [noRows] }
}

export const WebhookEndpoint = builder.prismaNode('WebhookEndpoint', {
  description: 'An address to which the events of the website are posted.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, ...knownTo(context) }),
  fields: (t) => ({
    url: t.string({
      description:
        'Where events are posted; for keys without WEBHOOKS_WRITE only its origin: the rest may be a secret.',
      select: { url: true },
      resolve: ({ url }, _args, context) =>
        scopesOf(context.viewer).writeWebhooks ? url : new URL(url).origin,
    }),
    events: t.field({
      type: [EventType],
      description: 'Types of events that are posted; empty for all, except internal ones.',
      select: { events: true },
      resolve: ({ events }) => events.filter((type) => eventNames.has(type)) as never,
    }),
    description: t.exposeString('description', {
      description: 'What it is for; null if not given.',
      nullable: true,
    }),
    enabled: t.exposeBoolean('enabled', {
      description: 'Whether events are posted. Events that happen while it is disabled are skipped.',
    }),
    disabledReason: t.exposeString('disabledReason', {
      description:
        'Why the server disabled it: `GONE` if it responded with 410, `FAILED` if it accepted nothing for 3 days; ' +
        'null if the server did not disable it.',
      nullable: true,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
  }),
})

builder.prismaObjectField(WebsiteSettings, 'webhookEndpoints', (t) =>
  t.relation('webhooks', {
    type: WebhookEndpoint,
    description: `Webhook endpoints, oldest first, at most ${maxEndpoints}.`,
    complexity: { field: 1, multiplier: 5 },
    query: { orderBy: { id: 'asc' } },
  }),
)
