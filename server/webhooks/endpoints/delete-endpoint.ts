import { z } from 'zod'
import { NotFound } from '../../api/errors.ts'
import { encodeGlobalID, globalId } from '../../api/global-id.ts'
import { mutation } from '../../api/mutation.ts'
import { changeSettings } from '../../settings/change.ts'
import { lockEndpoint } from '../deliveries/schedule.ts'
import { auditDetails } from './rules.ts'

mutation('deleteWebhookEndpoint', {
  description:
    'Deletes a webhook endpoint with its secret and its deliveries. Queued deliveries are not sent.',
  scope: { writeWebhooks: true },
  fields: (t) => ({ id: t.id({ required: true, description: 'Global id of the endpoint.' }) }),
  input: z.object({ id: globalId('WebhookEndpoint') }),
  errors: [NotFound],
  work: ({ id }, context): Promise<{ id: string }> =>
    changeSettings(context, 'deleteWebhookEndpoint', async (tx, websiteId) => {
      const endpoint = await lockEndpoint(tx, id)
      if (endpoint?.websiteId !== websiteId) throw new NotFound('There is no such webhook endpoint')
      await tx.webhookEndpoint.delete({ where: { id } })
      return { result: { id }, details: auditDetails(endpoint) }
    }),
  payload: (t) => ({
    deletedId: t.id({
      description: 'Global id of the deleted endpoint.',
      resolve: ({ id }) => encodeGlobalID('WebhookEndpoint', id),
    }),
  }),
})
