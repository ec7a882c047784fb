import { AdminRollWebhookSecretDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { payloadOf } from '../result.ts'
import { wholeNumber } from '../words.ts'
import { findWebhook, webhookOption } from './find-webhook.ts'

export const rollWebhookSecret = command({
  about:
    'Creates a new secret for a webhook endpoint and prints it. For a while, deliveries are also signed ' +
    'with the old one.',
  main: 'webhook',
  options: {
    webhook: webhookOption,
    'overlap-hours': {
      value: 'HOURS',
      about: 'Hours for which the old secret is used as well, at most 720; 0 to stop using it now.',
      fallback: '24',
    },
  },
  async run({ values: { webhook, 'overlap-hours': hours }, ask }) {
    const overlapHours = wholeNumber('overlap-hours', hours)
    const { id } = await findWebhook(ask, webhook)
    const { rollWebhookSecret } = await ask(AdminRollWebhookSecretDocument, { input: { id, overlapHours } })
    const { secret } = payloadOf(rollWebhookSecret)
    return { json: { secret, overlapHours }, text: secret }
  },
})
