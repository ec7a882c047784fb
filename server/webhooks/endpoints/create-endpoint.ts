import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { member } from '../../api/context.ts'
import { LimitReached } from '../../api/errors.ts'
import { mutation } from '../../api/mutation.ts'
import { afterCommit } from '../../database/db.ts'
import { newestPlace } from '../../events/place.ts'
import { EventType } from '../../history/event-type.ts'
import { enqueue } from '../../jobs/jobs.ts'
import { holdServerKey } from '../../keys/server-key.ts'
import { sealWebhookSecret } from '../../keys/webhook-secrets.ts'
import { changeSettings } from '../../settings/change.ts'
import { forgetWebsites, rememberedFor } from '../plan.ts'
import { maxEndpoints } from './endpoint.ts'
import { endpointField } from './payload-fields.ts'
import { auditDetails, description, eventTypes } from './rules.ts'
import { newWebhookSecret } from './secret.ts'
import { endpointUrl } from './url.ts'

mutation('createWebhookEndpoint', {
  description:
    'Adds an address to which events are posted from now on. The secret that signs them is returned only here. A ' +
    `website has at most ${maxEndpoints}.`,
  scope: { writeWebhooks: true },
  fields: (t) => ({
    url: t.string({ required: true, description: 'https address, at most 2,000 characters.' }),
    events: t.field({
      type: [EventType],
      description: 'Types of events; null or empty for all, except internal ones.',
    }),
    description: t.string({ description: 'What it is for, at most 200 characters.' }),
  }),
  input: z.object({ url: endpointUrl, events: eventTypes.nullish(), description: description.nullish() }),
  errors: [LimitReached],
  work: async ({ url, events, description }, context): Promise<{ id: string; secret: string }> => {
    const { position } = await newestPlace(member(context))
    return changeSettings(context, 'createWebhookEndpoint', async (tx, websiteId) => {
      if ((await tx.webhookEndpoint.count({ where: { websiteId } })) >= maxEndpoints) {
        throw new LimitReached(`A website can have at most ${maxEndpoints} webhook endpoints`, maxEndpoints)
      }
      await holdServerKey(tx)
      const id = newId()
      const secret = newWebhookSecret()
      const endpoint = {
        id,
        websiteId,
        url,
        events: events ?? [],
        description: description || null,
        position,
      }
      await tx.webhookEndpoint.create({ data: { ...endpoint, secret: sealWebhookSecret(secret, id) } })
      // Workers may not know for a moment that the website has an endpoint: they read the log again after it.
      await enqueue(tx, 'webhook-log', { websiteId }, Math.ceil(rememberedFor / 1_000) + 1)
      afterCommit(tx, forgetWebsites)
      return { result: { id, secret }, details: auditDetails(endpoint) }
    })
  },
  payload: (t) => ({
    endpoint: endpointField(t),
    secret: t.exposeString('secret', {
      description: 'Signs its deliveries: `whsec_…`. It cannot be read again.',
    }),
  }),
})
