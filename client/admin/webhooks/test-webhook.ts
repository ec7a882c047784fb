import { setTimeout as wait } from 'node:timers/promises'
import { AdminDeliveryDocument, AdminSendTestWebhookDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { payloadOf } from '../result.ts'
import { findWebhook, webhookOption } from './find-webhook.ts'
import { outcomeOf } from './outcome.ts'

/** Milliseconds between two checks of the delivery, and their maximum number. */
const interval = 500
const maxChecks = 60

export const testWebhook = command({
  about: 'Sends a test to a webhook endpoint and prints the result.',
  main: 'webhook',
  options: { webhook: webhookOption },
  async run({ values: { webhook }, ask }) {
    const { id } = await findWebhook(ask, webhook)
    const { sendTestWebhook } = await ask(AdminSendTestWebhookDocument, { input: { id } })
    let { delivery } = payloadOf(sendTestWebhook)
    for (let check = 0; check < maxChecks && delivery.state === 'QUEUED'; check++) {
      await wait(interval)
      const { node } = await ask(AdminDeliveryDocument, { id: delivery.id })
      if (node?.__typename === 'WebhookDelivery') delivery = node
    }
    const text = outcomeOf(delivery)
    return { json: { delivery }, text, ...(delivery.state !== 'DELIVERED' && { failure: text }) }
  },
})
