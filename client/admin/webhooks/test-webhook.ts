import { setTimeout as wait } from 'node:timers/promises'
import { AdminDeliveryDocument, AdminSendTestWebhookDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { payloadOf } from '../result.ts'
import { findWebhook, webhookOption } from './find-webhook.ts'
import { outcomeOf } from './outcome.ts'

/** Milliseconds between two looks at the delivery, and how many there are. */
const interval = 500
const looks = 60

export const testWebhook = command({
  about: 'Sends a test to a webhook endpoint and prints the result.',
  main: 'webhook',
  options: { webhook: webhookOption },
  async run({ values: { webhook }, ask }) {
    const { id } = await findWebhook(ask, webhook)
    const { sendTestWebhook } = await ask(AdminSendTestWebhookDocument, { input: { id } })
    let { delivery } = payloadOf(sendTestWebhook)
    for (let look = 0; look < looks && delivery.state === 'QUEUED'; look++) {
      await wait(interval)
      const { node } = await ask(AdminDeliveryDocument, { id: delivery.id })
      if (node?.__typename === 'WebhookDelivery') delivery = node
    }
    const text = outcomeOf(delivery)
    return { json: { delivery }, text, ...(delivery.state !== 'DELIVERED' && { failure: text }) }
  },
})
