import type { WebhookEndpoint } from '../../../prisma/generated/client/client.ts'
import { db, type Transaction, transaction } from '../../database/db.ts'
import { disable } from '../endpoints/disable.ts'
import { claimedFor, pauseAfter, restAfter, restLength, retryWindow } from './backoff.ts'
import type { Delivery } from './find-delivery.ts'
import { lockEndpoint } from './schedule.ts'

/** An attempt: what was sent, the answer, or else what went wrong. */
export interface Sent {
  requestBody: string | null
  responseStatus: number | null
  responseBody: string | null
  failure: string | null
}

type Outcome = 'delivered' | 'failed' | 'retried'

/** Records an attempt and what follows from it. */
export async function recordOutcome(delivery: Delivery, sent: Sent): Promise<Outcome> {
  const status = sent.responseStatus ?? 0
  if (status >= 200 && status < 300) {
    await noteAccepted(delivery, sent)
    return 'delivered'
  }
  return transaction(async (tx) => {
    const endpoint = await lockEndpoint(tx, delivery.endpointId)
    return endpoint ? noteFailed(tx, endpoint, delivery, sent) : 'failed'
  })
}

/** Even if it was skipped meanwhile: it was delivered. */
async function noteAccepted({ id, endpoint }: Delivery, sent: Sent): Promise<void> {
  const done = { state: 'DELIVERED' as const, nextAttemptAt: null, settledAt: new Date() }
  await db.webhookDelivery.updateMany({
    where: { id },
    data: { ...sent, ...done, attempts: { increment: 1 } },
  })
  if (endpoint.failures > 0) await transaction((tx) => noteBack(tx, endpoint.id))
}

/** What failed while the endpoint was down need not wait for hours. */
async function noteBack(tx: Transaction, id: string): Promise<void> {
  const endpoint = await lockEndpoint(tx, id)
  if (!endpoint || endpoint.failures === 0) return
  await tx.webhookEndpoint.update({ where: { id }, data: { failures: 0, restsUntil: null } })
  if (endpoint.failures < restAfter) return
  const now = Date.now()
  await tx.webhookDelivery.updateMany({
    where: { endpointId: id, nextAttemptAt: { gt: new Date(now + claimedFor) } },
    data: { nextAttemptAt: new Date(now) },
  })
}

async function noteFailed(
  tx: Transaction,
  endpoint: WebhookEndpoint,
  delivery: Delivery,
  sent: Sent,
): Promise<Outcome> {
  const now = Date.now()
  const end = delivery.queuedAt.getTime() + retryWindow
  const isTest = delivery.eventId === null
  const isGone = sent.responseStatus === 410
  const isLast = isTest || isGone || now >= end
  const next = new Date(Math.min(now + pauseAfter(delivery.attempts + 1), end))
  const after = isLast
    ? { state: 'FAILED' as const, nextAttemptAt: null, settledAt: new Date(now) }
    : { nextAttemptAt: next }
  await tx.webhookDelivery.updateMany({
    where: { id: delivery.id, state: 'QUEUED' },
    data: { ...sent, ...after, attempts: { increment: 1 } },
  })
  if (isGone) await disable(tx, endpoint, 'GONE')
  else if (!isTest) {
    const failures = endpoint.failures + 1
    const restsUntil = new Date(now + restLength(failures))
    await tx.webhookEndpoint.update({ where: { id: endpoint.id }, data: { failures, restsUntil } })
    if (isLast && !(await acceptedSince(tx, endpoint, delivery.queuedAt))) {
      await disable(tx, endpoint, 'FAILED')
    }
  }
  return isLast ? 'failed' : 'retried'
}

async function acceptedSince(tx: Transaction, { id }: WebhookEndpoint, since: Date): Promise<boolean> {
  const accepted = { endpointId: id, state: 'DELIVERED' as const, settledAt: { gt: since } }
  return (await tx.webhookDelivery.findFirst({ where: accepted, select: { id: true } })) !== null
}
