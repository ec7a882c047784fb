import { z } from 'zod'
import { member } from '../../api/context.ts'
import { Conflict, NotFound } from '../../api/errors.ts'
import { globalId } from '../../api/global-id.ts'
import { mutation } from '../../api/mutation.ts'
import { transaction } from '../../database/db.ts'
import { queueAgain } from './queue-again.ts'
import { lockEndpoint } from './schedule.ts'

mutation('redeliverWebhooks', {
  description:
    'Resends all of an endpoint’s deliveries since a given time, including accepted and skipped ones but not ' +
    'tests, with the same `webhook-id` and body. Deliveries are kept for 30 days. Returns Conflict while the ' +
    'endpoint is disabled.',
  scope: { writeWebhooks: true },
  fields: (t) => ({
    endpointId: t.id({ required: true, description: 'Global id of the endpoint.' }),
    since: t.field({
      type: 'DateTime',
      required: true,
      description: 'Deliveries that were created at this time or later.',
    }),
  }),
  input: z.object({ endpointId: globalId('WebhookEndpoint'), since: z.date() }),
  errors: [NotFound, Conflict],
  work: ({ endpointId, since }, context): Promise<{ count: number }> => {
    const { websiteId } = member(context)
    return transaction(async (tx) => {
      const endpoint = await lockEndpoint(tx, endpointId)
      if (endpoint?.websiteId !== websiteId) throw new NotFound('There is no such webhook endpoint')
      const count = await queueAgain(tx, endpoint, { eventId: { not: null }, createdAt: { gte: since } })
      return { count }
    })
  },
  payload: (t) => ({
    count: t.exposeInt('count', { description: 'Number of deliveries that are resent.' }),
  }),
})
