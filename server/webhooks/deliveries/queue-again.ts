import type { Prisma, WebhookEndpoint } from '../../../prisma/generated/client/client.ts'
import { Conflict } from '../../api/errors.ts'
import type { Transaction } from '../../database/db.ts'
import { claimedFor } from './backoff.ts'
import { scheduleAt } from './schedule.ts'

/** Makes deliveries of a locked endpoint due, unless they are about to be sent. Returns how many. */
export async function queueAgain(
  tx: Transaction,
  endpoint: WebhookEndpoint,
  which: Prisma.WebhookDeliveryWhereInput,
): Promise<number> {
  if (!endpoint.enabled) throw new Conflict('ENDPOINT_DISABLED', 'The endpoint is disabled: enable it first')
  const now = new Date()
  const soon = new Date(now.getTime() + claimedFor)
  const { count } = await tx.webhookDelivery.updateMany({
    where: {
      AND: [
        which,
        { endpointId: endpoint.id },
        { OR: [{ nextAttemptAt: null }, { nextAttemptAt: { gt: soon } }] },
      ],
    },
    data: { state: 'QUEUED', queuedAt: now, nextAttemptAt: now, settledAt: null },
  })
  // Somebody says that it works again.
  const back = { ...endpoint, failures: 0, restsUntil: null }
  await tx.webhookEndpoint.update({ where: { id: endpoint.id }, data: { failures: 0, restsUntil: null } })
  await scheduleAt(tx, back, now)
  return count
}
