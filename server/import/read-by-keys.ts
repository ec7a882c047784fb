import { Prisma } from '../../prisma/generated/client/client.ts'
import type { Transaction } from '../database/db.ts'
import { rows } from '../database/rows.ts'

/** Marks tickets that are not open as read by every key: a bot must not answer what was solved years ago. */
export async function markReadByKeys(tx: Transaction, websiteId: string, ids: string[]): Promise<void> {
  await rows(
    Prisma.sql`
      INSERT INTO "KeyReadMark" ("apiKeyId", "ticketId", "position", "unread")
      SELECT k."id", t."id", t."messageCount", false FROM "Ticket" t, "ApiKey" k
      WHERE t."id" = ANY(${ids}::uuid[]) AND t."status" <> 'OPEN'
        AND k."websiteId" = ${websiteId}::uuid AND k."revokedAt" IS NULL`,
    tx,
  )
}
