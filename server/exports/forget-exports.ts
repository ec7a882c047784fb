import { db } from '../database/db.ts'
import { inBatches } from '../database/in-batches.ts'

/** Deletes expired exports; the database notes their bytes for deletion. */
export async function forgetExports(): Promise<void> {
  const where = { expiresAt: { lt: new Date() } }
  await inBatches((limit) => db.export.deleteMany({ where, limit }))
}
