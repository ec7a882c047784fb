import { type AdminWebhookFragment, AdminWebhooksDocument } from '../../graphql/admin-operations.ts'
import type { Ask } from '../api.ts'
import { Failure } from '../failures.ts'
import { settingsOf } from '../result.ts'

/** The option by which commands name an endpoint. */
export const webhookOption = {
  value: 'WEBHOOK',
  about: 'Address or id, from list-webhooks.',
  required: true,
} as const

/** The endpoint with this address or id. */
export async function findWebhook(ask: Ask, webhook: string): Promise<AdminWebhookFragment> {
  const { webhookEndpoints } = settingsOf((await ask(AdminWebhooksDocument, {})).website)
  const found = webhookEndpoints.filter(({ id, url }) => id === webhook || url === webhook)
  if (!found[0]) throw new Failure(`No webhook has the address or id ${webhook}`)
  if (found.length > 1) {
    throw new Failure(`${found.length} webhooks have the address ${webhook}: give the id of one`)
  }
  return found[0]
}
