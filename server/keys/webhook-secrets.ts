import type { Prisma } from '../../prisma/generated/client/client.ts'
import { decrypt, encrypt, keys, type ServerKey } from './keys.ts'

const about = (endpointId: string) => `WEBHOOK:${endpointId}`

/** Encrypts the secret of a webhook endpoint: in another endpoint's row, it cannot be decrypted. */
export function sealWebhookSecret(secret: string, endpointId: string, key: ServerKey = keys()) {
  return encrypt(secret, about(endpointId), key)
}

/** Throws if the secret was sealed with another key or for another endpoint. */
export function unsealWebhookSecret(sealed: Uint8Array, endpointId: string): string {
  return decrypt(sealed, about(endpointId))
}

/** Encrypts all of them with another key. */
export async function resealWebhookSecrets(tx: Prisma.TransactionClient, next: ServerKey): Promise<void> {
  const select = { id: true, secret: true, previousSecret: true }
  for (const { id, secret, previousSecret } of await tx.webhookEndpoint.findMany({ select })) {
    const reseal = (sealed: Uint8Array) => sealWebhookSecret(unsealWebhookSecret(sealed, id), id, next)
    const data = { secret: reseal(secret), previousSecret: previousSecret && reseal(previousSecret) }
    await tx.webhookEndpoint.update({ where: { id }, data })
  }
}
