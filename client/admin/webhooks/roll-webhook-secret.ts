import { AdminRollWebhookSecretDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { payloadOf } from '../result.ts'
import { wholeNumber } from '../words.ts'
import { findWebhook, webhookOption } from './find-webhook.ts'

export const rollWebhookSecret = command({
  about: 'Creates a new secret for a webhook endpoint and prints it. The old one signs, too, for a while.',
  main: 'webhook',
  options: {
    webhook: webhookOption,
    'overlap-hours': {
      value: 'HOURS',
      about: 'How long the old secret signs, too, at most 720; 0 for not at all.',
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
