import { AdminDeleteWebhookDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { payloadOf } from '../result.ts'
import { findWebhook, webhookOption } from './find-webhook.ts'

export const deleteWebhook = command({
  about: 'Deletes a webhook endpoint with its deliveries.',
  main: 'webhook',
  options: { webhook: webhookOption },
  async run({ values: { webhook }, ask }) {
    const { id, url } = await findWebhook(ask, webhook)
    const { deleteWebhookEndpoint } = await ask(AdminDeleteWebhookDocument, { input: { id } })
    const { deletedId } = payloadOf(deleteWebhookEndpoint)
    return { json: { deletedId }, text: `The webhook ${url} is deleted.` }
  },
})
