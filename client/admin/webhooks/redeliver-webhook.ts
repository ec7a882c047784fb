import { AdminRedeliverWebhookDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { payloadOf } from '../result.ts'

export const redeliverWebhook = command({
  about: 'Sends a delivery again.',
  main: 'delivery',
  options: { delivery: { value: 'DELIVERY', about: 'Id, from list-deliveries.', required: true } },
  async run({ values: { delivery: deliveryId }, ask }) {
    const { redeliverWebhook } = await ask(AdminRedeliverWebhookDocument, { input: { deliveryId } })
    const { delivery } = payloadOf(redeliverWebhook)
    return { json: { delivery }, text: 'The delivery is queued to be sent again.' }
  },
})
