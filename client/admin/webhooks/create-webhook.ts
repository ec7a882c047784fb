import { AdminCreateWebhookDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { payloadOf } from '../result.ts'
import { eventsOption, eventTypesIn } from './event-types.ts'

export const createWebhook = command({
  about: 'Adds an address for webhooks and prints the secret that signs them. It cannot be shown again.',
  main: 'url',
  options: {
    url: { value: 'URL', about: 'https address.', required: true },
    events: { ...eventsOption, fallback: 'all' },
    description: { value: 'TEXT', about: 'What it is for.' },
  },
  async run({ values: { url, events, description }, ask }) {
    const input = { url, events: eventTypesIn(events), description }
    const { createWebhookEndpoint } = await ask(AdminCreateWebhookDocument, { input })
    const { secret, endpoint } = payloadOf(createWebhookEndpoint)
    return { json: { secret, webhook: endpoint }, text: secret }
  },
})
