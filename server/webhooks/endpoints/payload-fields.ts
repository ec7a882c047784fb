import type { OutputFields } from '../../api/builder.ts'
import { readBack } from '../../api/errors.ts'
import { db } from '../../database/db.ts'
import { shownTo, WebhookDelivery } from '../deliveries/delivery.ts'
import { knownTo, WebhookEndpoint } from './endpoint.ts'

interface Changed {
  id: string
}

/** The endpoint that a mutation changed. */
export const endpointField = (t: OutputFields<Changed>) =>
  t.prismaField({
    type: WebhookEndpoint,
    description: 'The endpoint after the change.',
    resolve: (query, { id }, _args, context) =>
      readBack(db.webhookEndpoint.findFirst({ ...query, where: { id, ...knownTo(context) } })),
  })

/** The delivery that a mutation made due. */
export const deliveryField = (t: OutputFields<Changed>) =>
  t.prismaField({
    type: WebhookDelivery,
    description: 'The delivery, waiting for its attempt.',
    resolve: (query, { id }, _args, context) =>
      readBack(db.webhookDelivery.findFirst({ ...query, where: { id, ...shownTo(context) } })),
  })
