import { z } from 'zod'
import { NotFound } from '../../api/errors.ts'
import { globalId } from '../../api/global-id.ts'
import { mutation } from '../../api/mutation.ts'
import { holdServerKey } from '../../keys/server-key.ts'
import { sealWebhookSecret } from '../../keys/webhook-secrets.ts'
import { changeSettings } from '../../settings/change.ts'
import { lockEndpoint } from '../deliveries/schedule.ts'
import { endpointField } from './payload-fields.ts'
import { auditDetails } from './rules.ts'
import { newWebhookSecret } from './secret.ts'

const hour = 60 * 60_000

mutation('rollWebhookSecret', {
  description:
    'Creates a new secret for an endpoint, which is returned only here. Deliveries are also signed with the old ' +
    'one for `overlapHours`, so that you can switch without downtime. Rolling again during that time drops the ' +
    'oldest one.',
  scope: { writeWebhooks: true },
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the endpoint.' }),
    overlapHours: t.int({
      required: true,
      defaultValue: 24,
      description: 'Hours for which the old secret is used as well, at most 720; 0 to stop using it now.',
    }),
  }),
  input: z.object({ id: globalId('WebhookEndpoint'), overlapHours: z.int().min(0).max(720) }),
  errors: [NotFound],
  work: ({ id, overlapHours }, context): Promise<{ id: string; secret: string }> =>
    changeSettings(context, 'rollWebhookSecret', async (tx, websiteId) => {
      await holdServerKey(tx)
      const endpoint = await lockEndpoint(tx, id)
      if (endpoint?.websiteId !== websiteId) throw new NotFound('There is no such webhook endpoint')
      const secret = newWebhookSecret()
      const previous = overlapHours > 0 ? endpoint.secret : null
      await tx.webhookEndpoint.update({
        where: { id },
        data: {
          secret: sealWebhookSecret(secret, id),
          previousSecret: previous,
          previousSecretUntil: previous && new Date(Date.now() + overlapHours * hour),
        },
      })
      return { result: { id, secret }, details: { ...auditDetails(endpoint), overlapHours } }
    }),
  payload: (t) => ({
    endpoint: endpointField(t),
    secret: t.exposeString('secret', { description: 'The new secret: `whsec_…`. It cannot be read again.' }),
  }),
})
