import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { member } from '../../api/context.ts'
import { NotFound } from '../../api/errors.ts'
import { globalId } from '../../api/global-id.ts'
import { mutation } from '../../api/mutation.ts'
import { transaction } from '../../database/db.ts'
import { lockEndpoint, scheduleAt } from '../deliveries/schedule.ts'
import { deliveryField } from './payload-fields.ts'

mutation('sendTestWebhook', {
  description:
    'Sends a webhook of type `test` to an endpoint, even a disabled one. It is attempted once, within seconds: ' +
    'read the delivery again to see the response.',
  scope: { writeWebhooks: true },
  fields: (t) => ({ id: t.id({ required: true, description: 'Global id of the endpoint.' }) }),
  input: z.object({ id: globalId('WebhookEndpoint') }),
  errors: [NotFound],
  work: ({ id: endpointId }, context): Promise<{ id: string }> => {
    const { websiteId } = member(context)
    return transaction(async (tx) => {
      const endpoint = await lockEndpoint(tx, endpointId)
      if (endpoint?.websiteId !== websiteId) throw new NotFound('There is no such webhook endpoint')
      const id = newId()
      const now = new Date()
      await tx.webhookDelivery.create({
        data: { id, websiteId, endpointId, queuedAt: now, nextAttemptAt: now },
      })
      await scheduleAt(tx, endpoint, now)
      return { id }
    })
  },
  payload: (t) => ({ delivery: deliveryField(t) }),
})
