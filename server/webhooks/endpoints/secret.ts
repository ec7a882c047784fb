import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import type { WebhookEndpoint } from '../../../prisma/generated/client/client.ts'
import { unsealWebhookSecret } from '../../keys/webhook-secrets.ts'

/** A new signing secret: 256 random bits. */
export const newWebhookSecret = () => `whsec_${randomBytes(32).toString('base64')}`

type Secrets = Pick<WebhookEndpoint, 'id' | 'secret' | 'previousSecret' | 'previousSecretUntil'>

/** The headers of a delivery (Standard Webhooks): signed with the secret, and for a while with the previous one. */
export function signedHeaders(endpoint: Secrets, id: string, body: string): Record<string, string> {
  const now = new Date()
  const { secret, previousSecret, previousSecretUntil } = endpoint
  const retiring = previousSecret && previousSecretUntil && previousSecretUntil > now ? [previousSecret] : []
  const signatures = [secret, ...retiring].map((sealed) =>
    new Webhook(unsealWebhookSecret(sealed, endpoint.id)).sign(id, now, body),
  )
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': signatures.join(' '),
  }
}
