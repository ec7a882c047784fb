import { z } from 'zod'
import { NotFound } from '../../api/errors.ts'
import { globalId } from '../../api/global-id.ts'
import { mutation } from '../../api/mutation.ts'
import { EventType } from '../../history/event-type.ts'
import { changeSettings } from '../../settings/change.ts'
import { lockEndpoint, scheduleAt } from '../deliveries/schedule.ts'
import { skipWaiting } from './disable.ts'
import { endpointField } from './payload-fields.ts'
import { auditDetails, description, eventTypes } from './rules.ts'
import { endpointUrl } from './url.ts'

mutation('updateWebhookEndpoint', {
  description:
    'Changes only the fields given. Queued deliveries go to the new address. Disabling an endpoint skips queued ' +
    'deliveries, and all events until it is enabled again; `redeliverWebhooks` sends them.',
  scope: { writeWebhooks: true },
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the endpoint.' }),
    url: t.string({ description: 'https address, at most 2,000 characters.' }),
    events: t.field({
      type: [EventType],
      description: 'Types of events; empty for all, except internal ones.',
    }),
    description: t.string({ description: 'What it is for, at most 200 characters; empty for none.' }),
    enabled: t.boolean({ description: 'Whether events are posted.' }),
  }),
  input: z.object({
    id: globalId('WebhookEndpoint'),
    url: endpointUrl.nullish(),
    events: eventTypes.nullish(),
    description: description.nullish(),
    enabled: z.boolean().nullish(),
  }),
  errors: [NotFound],
  work: ({ id, description, ...changes }, context): Promise<{ id: string }> =>
    changeSettings(context, 'updateWebhookEndpoint', async (tx, websiteId) => {
      const endpoint = await lockEndpoint(tx, id)
      if (endpoint?.websiteId !== websiteId) throw new NotFound('There is no such webhook endpoint')
      const url = changes.url ?? endpoint.url
      const events = changes.events ?? endpoint.events
      const enabled = changes.enabled ?? endpoint.enabled
      const wasToggled = enabled !== endpoint.enabled
      await tx.webhookEndpoint.update({
        where: { id },
        data: {
          url,
          events,
          enabled,
          ...(description != null && { description: description || null }),
          ...(wasToggled && { disabledReason: null, disabledAt: null }),
          // A new start: what waits because of failures is sent.
          failures: 0,
          restsUntil: null,
        },
      })
      if (enabled) await scheduleAt(tx, endpoint, new Date())
      else await skipWaiting(tx, id)
      return { result: { id }, details: { ...auditDetails({ url, events }), enabled } }
    }),
  payload: (t) => ({ endpoint: endpointField(t) }),
})
