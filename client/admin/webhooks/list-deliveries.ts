import { AdminDeliveriesDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { table } from '../table.ts'
import { minute, wholeNumber } from '../words.ts'
import { findWebhook, webhookOption } from './find-webhook.ts'
import { outcomeOf } from './outcome.ts'

export const listDeliveries = command({
  about: 'Lists what was sent to a webhook endpoint, newest first.',
  main: 'webhook',
  options: {
    webhook: webhookOption,
    first: { value: 'NUMBER', about: 'How many, at most 100.', fallback: '25' },
  },
  async run({ values: { webhook, first }, ask }) {
    const { id } = await findWebhook(ask, webhook)
    const { node } = await ask(AdminDeliveriesDocument, { id, first: wholeNumber('first', first) })
    const edges = node?.__typename === 'WebhookEndpoint' ? node.deliveries.edges : []
    const deliveries = edges.map(({ node }) => node)
    const rows = deliveries.map((delivery) => [
      delivery.id,
      minute(delivery.createdAt),
      delivery.event?.__typename ?? 'test',
      outcomeOf(delivery),
    ])
    return { json: { deliveries }, text: table(rows, 'No deliveries.') }
  },
})
