import type { Command } from './command.ts'
import { eraseCustomer } from './customers/erase-customer.ts'
import { addDomain } from './domains/add-domain.ts'
import { listDomains } from './domains/list-domains.ts'
import { removeDomain } from './domains/remove-domain.ts'
import { exportTickets } from './exports/export-tickets.ts'
import { importTickets } from './import/import-command.ts'
import { createKey } from './keys/create-key.ts'
import { listKeys } from './keys/list-keys.ts'
import { revokeKey } from './keys/revoke-key.ts'
import { check } from './links/check.ts'
import { consoleUrl } from './links/console-url.ts'
import { sign } from './links/sign.ts'
import { addOperator } from './operators/add-operator.ts'
import { listOperators } from './operators/list-operators.ts'
import { removeOperator } from './operators/remove-operator.ts'
import { listSecrets } from './secrets/list-secrets.ts'
import { revealSecret } from './secrets/reveal-secret.ts'
import { revokeSecret } from './secrets/revoke-secret.ts'
import { rollSecret } from './secrets/roll-secret.ts'
import { rotateServerKey } from './server-key/rotate-server-key.ts'
import { createWebhook } from './webhooks/create-webhook.ts'
import { deleteWebhook } from './webhooks/delete-webhook.ts'
import { listDeliveries } from './webhooks/list-deliveries.ts'
import { listWebhooks } from './webhooks/list-webhooks.ts'
import { redeliverWebhook } from './webhooks/redeliver-webhook.ts'
import { redeliverWebhooks } from './webhooks/redeliver-webhooks.ts'
import { rollWebhookSecret } from './webhooks/roll-webhook-secret.ts'
import { testWebhook } from './webhooks/test-webhook.ts'
import { updateWebhook } from './webhooks/update-webhook.ts'
import { audit } from './website/audit.ts'
import { createWebsite } from './website/create-website.ts'

// The help lists them in this order.
export const commands: Record<string, Command> = {
  'create-website': createWebsite,
  sign,
  'console-url': consoleUrl,
  check,
  'list-domains': listDomains,
  'add-domain': addDomain,
  'remove-domain': removeDomain,
  'list-secrets': listSecrets,
  'reveal-secret': revealSecret,
  'roll-secret': rollSecret,
  'revoke-secret': revokeSecret,
  'list-keys': listKeys,
  'create-key': createKey,
  'revoke-key': revokeKey,
  'list-webhooks': listWebhooks,
  'create-webhook': createWebhook,
  'update-webhook': updateWebhook,
  'delete-webhook': deleteWebhook,
  'roll-webhook-secret': rollWebhookSecret,
  'test-webhook': testWebhook,
  'list-deliveries': listDeliveries,
  'redeliver-webhook': redeliverWebhook,
  'redeliver-webhooks': redeliverWebhooks,
  'list-operators': listOperators,
  'add-operator': addOperator,
  'remove-operator': removeOperator,
  export: exportTickets,
  'erase-customer': eraseCustomer,
  import: importTickets,
  audit,
  'rotate-server-key': rotateServerKey,
}
