import { AdminUpdateWebhookDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { payloadOf } from '../result.ts'
import { eventsOption, eventTypesIn } from './event-types.ts'
import { findWebhook, webhookOption } from './find-webhook.ts'

export const updateWebhook = command({
  about: 'Changes the given settings of a webhook endpoint.',
  main: 'webhook',
  options: {
    webhook: webhookOption,
    url: { value: 'URL', about: 'https address.' },
    events: eventsOption,
    description: { value: 'TEXT', about: 'What it is for.' },
    enabled: { value: 'STATE', about: 'Whether events are posted.', choices: ['yes', 'no'] },
  },
  async run({ values: { webhook, url, events, description, enabled }, ask }) {
    const { id } = await findWebhook(ask, webhook)
    const input = {
      id,
      url,
      events: eventTypesIn(events),
      description,
      enabled: enabled && enabled === 'yes',
    }
    const { updateWebhookEndpoint } = await ask(AdminUpdateWebhookDocument, { input })
    const { endpoint } = payloadOf(updateWebhookEndpoint)
    return { json: { webhook: endpoint }, text: `The webhook ${endpoint.url} is changed.` }
  },
})
