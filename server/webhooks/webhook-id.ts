import type { TicketEvent, WebhookDelivery } from '../../prisma/generated/client/client.ts'
import { encodeGlobalID } from '../api/global-id.ts'
import { eventNames } from '../tickets/events/ticket-event.ts'

type Delivery = Pick<WebhookDelivery, 'id'> & { event: Pick<TicketEvent, 'id' | 'type'> | null }

/** Global id of an event. */
export const eventId = ({ id, type }: Pick<TicketEvent, 'id' | 'type'>) =>
  encodeGlobalID(eventNames.get(type)?.name ?? '', id)

/** The `webhook-id` header: the event’s id, which is the same in all attempts and for all endpoints; a test’s own. */
export const webhookId = ({ id, event }: Delivery) =>
  event ? eventId(event) : encodeGlobalID('WebhookDelivery', id)
