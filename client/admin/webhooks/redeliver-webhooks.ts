import { AdminRedeliverWebhooksDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { payloadOf } from '../result.ts'
import { findWebhook, webhookOption } from './find-webhook.ts'

export const redeliverWebhooks = command({
  about: 'Resends all of a webhook endpoint’s deliveries since a given time, including accepted ones.',
  main: 'webhook',
  options: {
    webhook: webhookOption,
    since: {
      value: 'TIME',
      about: 'A date, or a time with its zone: 2026-05-04T09:30:00Z.',
      required: true,
    },
  },
  async run({ values: { webhook, since }, ask }) {
    const { id: endpointId } = await findWebhook(ask, webhook)
    const { redeliverWebhooks } = await ask(AdminRedeliverWebhooksDocument, { input: { endpointId, since } })
    const { count } = payloadOf(redeliverWebhooks)
    return { json: { count }, text: `${count} ${count === 1 ? 'delivery is' : 'deliveries are'} sent again.` }
  },
})
