import type { WebhookEndpoint } from '../../../prisma/generated/client/client.ts'
import { afterCommit, type Transaction } from '../../database/db.ts'
import { enqueue } from '../../jobs/jobs.ts'
import { publish } from '../../wakeups/publish.ts'
import { topics } from '../../wakeups/wake.ts'

/** Skips what waits for a locked endpoint that is disabled. Tests are sent all the same. */
export async function skipWaiting(tx: Transaction, endpointId: string): Promise<void> {
  await tx.webhookDelivery.updateMany({
    where: { endpointId, state: 'QUEUED', eventId: { not: null } },
    data: { state: 'SKIPPED', nextAttemptAt: null, settledAt: new Date() },
  })
}

/** Why the server disables an endpoint: it answered 410 Gone, or accepted nothing for three days. */
export type Reason = 'GONE' | 'FAILED'

/** Disables a locked endpoint because of its answers, and emails the website’s administrators. */
export async function disable(tx: Transaction, endpoint: WebhookEndpoint, reason: Reason): Promise<void> {
  if (!endpoint.enabled) return
  const { id: endpointId, websiteId } = endpoint
  const disabled = { enabled: false, disabledReason: reason, disabledAt: new Date() }
  await tx.webhookEndpoint.update({ where: { id: endpointId }, data: disabled })
  await skipWaiting(tx, endpointId)
  const administrators = { websiteId, role: 'ADMIN' as const, active: true }
  for (const { id: operatorId } of await tx.operator.findMany({ where: administrators })) {
    await enqueue(tx, 'webhook-disabled', { endpointId, operatorId })
  }
  afterCommit(tx, () => publish({ topics: [topics.website(websiteId)] }))
}
