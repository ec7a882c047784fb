import { z } from 'zod'
import { member } from '../../api/context.ts'
import { Conflict, NotFound } from '../../api/errors.ts'
import { globalId } from '../../api/global-id.ts'
import { mutation } from '../../api/mutation.ts'
import { transaction } from '../../database/db.ts'
import { deliveryField } from '../endpoints/payload-fields.ts'
import { queueAgain } from './queue-again.ts'
import { lockEndpoint } from './schedule.ts'

mutation('redeliverWebhook', {
  description:
    'Resends a delivery, whatever its state, with the same `webhook-id` and body, and retries for 3 days until it ' +
    'is accepted. Returns Conflict while its endpoint is disabled.',
  scope: { writeWebhooks: true },
  fields: (t) => ({ deliveryId: t.id({ required: true, description: 'Global id of the delivery.' }) }),
  input: z.object({ deliveryId: globalId('WebhookDelivery') }),
  errors: [NotFound, Conflict],
  work: ({ deliveryId: id }, context): Promise<{ id: string }> => {
    const { websiteId } = member(context)
    return transaction(async (tx) => {
      const delivery = await tx.webhookDelivery.findFirst({
        where: { id, websiteId },
        select: { endpointId: true },
      })
      const endpoint = delivery && (await lockEndpoint(tx, delivery.endpointId))
      if (!endpoint) throw new NotFound('There is no such delivery')
      await queueAgain(tx, endpoint, { id })
      return { id }
    })
  },
  payload: (t) => ({ delivery: deliveryField(t) }),
})
