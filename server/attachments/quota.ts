import { sessionEnded } from '../api/context.ts'
import { LimitReached } from '../api/errors.ts'
import type { Transaction } from '../database/db.ts'
import type { Member } from '../identity/viewer.ts'

const megabyte = 1_000_000
/** Of one customer in 24 hours. */
const daily = { bytes: 250 * megabyte, files: 500 }
const day = 24 * 60 * 60_000

/**
 * Throws LimitReached if a customer has registered too much within a day. Their row is locked, so that concurrent calls
 * count each other; what was never attached is deleted after a day, and stops counting then.
 */
export async function checkQuota(tx: Transaction, viewer: Member, size: number): Promise<void> {
  if (viewer.kind !== 'customer') return
  const found = await tx.$executeRaw`
    SELECT FROM "Customer" WHERE "id" = ${viewer.id}::uuid FOR NO KEY UPDATE`
  // Erased a moment ago.
  if (found === 0) throw sessionEnded()
  const { _sum, _count } = await tx.attachment.aggregate({
    where: { customerId: viewer.id, createdAt: { gt: new Date(Date.now() - day) } },
    _sum: { size: true },
    _count: true,
  })
  if ((_sum.size ?? 0) + size > daily.bytes)
    throw new LimitReached(`You can upload at most ${daily.bytes / megabyte} MB in 24 hours`, daily.bytes)
  if (_count >= daily.files)
    throw new LimitReached(`You can upload at most ${daily.files} files in 24 hours`, daily.files)
}
