import { db } from '../../database/db.ts'
import { inBatches } from '../../database/in-batches.ts'

/** Milliseconds for which deliveries are kept. */
const retention = 30 * 24 * 60 * 60_000

/** Deletes old ones, with what was sent and answered. */
export async function forgetDeliveries(): Promise<void> {
  const where = { createdAt: { lt: new Date(Date.now() - retention) }, nextAttemptAt: null }
  await inBatches((limit) => db.webhookDelivery.deleteMany({ where, limit }))
}
