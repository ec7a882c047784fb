import { db } from '../database/db.ts'
import { inBatches } from '../database/in-batches.ts'

/** Days until an unposted email is deleted, after it was dropped or quarantined. */
const retentionDays = { DROPPED: 30, QUARANTINED: 90 }
const day = 24 * 60 * 60_000

/** Deletes old emails that were not posted. */
export async function forgetOldEmails(): Promise<void> {
  for (const state of ['DROPPED', 'QUARANTINED'] as const) {
    const before = new Date(Date.now() - retentionDays[state] * day)
    const where = { state, settledAt: { lt: before } }
    await inBatches((limit) => db.inboundEmail.deleteMany({ where, limit }))
  }
}
