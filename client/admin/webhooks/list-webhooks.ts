import { type AdminWebhookFragment, AdminWebhooksDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { settingsOf } from '../result.ts'
import { table } from '../table.ts'

export const listWebhooks = command({
  about: 'Lists the webhook endpoints.',
  options: {},
  async run({ ask }) {
    const { webhookEndpoints } = settingsOf((await ask(AdminWebhooksDocument, {})).website)
    const rows = webhookEndpoints.map((endpoint) => [
      endpoint.id,
      endpoint.url,
      stateOf(endpoint),
      endpoint.events.join(' ') || 'all events',
      endpoint.description ?? '',
    ])
    return { json: { webhooks: webhookEndpoints }, text: table(rows, 'No webhooks.') }
  },
})

function stateOf({ enabled, disabledReason }: AdminWebhookFragment): string {
  if (enabled) return 'enabled'
  return disabledReason ? `disabled (${disabledReason})` : 'disabled'
}
