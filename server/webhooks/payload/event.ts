import type { TicketEvent } from '../../../prisma/generated/client/client.ts'
import { builder, type OutputFields } from '../../api/builder.ts'
import { cursorOf } from '../../api/log-cursor.ts'
import { db } from '../../database/db.ts'
import type { EventType as Type } from '../../events/event.ts'
import { placeOf } from '../../events/place.ts'
import { EventType } from '../../history/event-type.ts'
import { eventId } from '../webhook-id.ts'
import { type Person, personIn, personSelection, WebhookPerson } from './person.ts'

/** An event in the body of a webhook, without what only its type has; times are texts. */
export interface EventBody {
  type: string
  id: string
  cursor: string
  actor: Person | null
  createdAt: string
}

export const WebhookEvent = builder.interfaceRef<EventBody>('WebhookEvent').implement({
  description: 'An event in the body of a webhook.',
  resolveType: ({ type }) => kinds.get(type)?.name,
  fields: (t) => ({
    type: t.field({
      type: EventType,
      description: 'Type of the event, as in the API.',
      resolve: ({ type }) => type as never,
    }),
    id: t.exposeID('id', { description: 'Global id: the same as the header `webhook-id`.' }),
    cursor: t.exposeString('cursor', { description: 'Position in the log, for `events(after:)`.' }),
    actor: t.expose('actor', {
      type: WebhookPerson,
      description: 'Who made the change; null if unknown.',
      nullable: true,
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When the change was made.',
      resolve: ({ createdAt }) => new Date(createdAt),
    }),
  }),
})

interface Kind<Details extends object> {
  /** Its name in the schema. */
  name: string
  description: string
  fields: (t: OutputFields<EventBody & Details>) => object
  /** What only this type has. */
  read: (event: TicketEvent) => Details | Promise<Details>
}

/** What the schema shows of each type. */
export const kinds = new Map<string, { name: string; read: Kind<object>['read'] }>()

/** Says how webhooks show a type of event. */
export function webhookEvent<Details extends object>(type: Type, kind: Kind<Details>): void {
  kinds.set(type, kind)
  builder.objectRef<EventBody & Details>(kind.name).implement({
    description: kind.description,
    interfaces: [WebhookEvent],
    fields: kind.fields as never,
  })
}

export async function eventBody(event: TicketEvent): Promise<EventBody> {
  const actor = await db.ticketEvent.findUnique({ where: { id: event.id }, select: personSelection })
  return {
    type: event.type,
    id: eventId(event),
    cursor: cursorOf(placeOf(event)),
    actor: actor && personIn(actor),
    createdAt: event.createdAt.toISOString(),
    ...(await kinds.get(event.type)?.read(event)),
  }
}
