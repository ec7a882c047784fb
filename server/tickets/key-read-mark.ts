import { Prisma } from '../../prisma/generated/client/client.ts'
import { db } from '../database/db.ts'

/** Position of the last message that a key has read; 0 for none. Prisma loads those of a page with one statement. */
export async function readByKey(apiKeyId: string, ticketId: string): Promise<number> {
  const where = { apiKeyId_ticketId: { apiKeyId, ticketId } }
  const mark = await db.keyReadMark.findUnique({ where, select: { position: true } })
  return mark?.position ?? 0
}

/** Condition of tickets that a key has not read. */
export const unreadByKey = (apiKeyId: string): Prisma.TicketWhereInput => ({
  keyReadMarks: { none: { apiKeyId, unread: false } },
})

/** The statement that moves a key's mark, never back. */
export const moveKeyMark = (apiKeyId: string, ticketId: string, position: number, unread: boolean) =>
  Prisma.sql`
    INSERT INTO "KeyReadMark" ("apiKeyId", "ticketId", "position", "unread")
    VALUES (${apiKeyId}::uuid, ${ticketId}::uuid, ${position}, ${unread})
    ON CONFLICT ("apiKeyId", "ticketId") DO UPDATE SET "position" = excluded."position", "unread" = excluded."unread"
    WHERE "KeyReadMark"."position" < excluded."position"`

/** The statement that says that there is a new message, except to the key that posted it. */
export const unreadForKeys = (ticketId: string, authorId: string) => Prisma.sql`
  UPDATE "KeyReadMark" SET "unread" = true
  WHERE "ticketId" = ${ticketId}::uuid AND "apiKeyId" <> ${authorId}::uuid AND NOT "unread"`
