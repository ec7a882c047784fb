import { db } from '../database/db.ts'

const maxAgeDays = 30
const maxTickets = 500
const minReplies = 5

/** Stores how long the customers of each website usually wait for the first reply: the median of the newest tickets. */
export async function measureReplies(): Promise<void> {
  for (const { id } of await db.website.findMany({ select: { id: true } })) await measureRepliesOf(id)
}

/** Tickets that the team opened are left out: their first message is no reply. */
export async function measureRepliesOf(websiteId: string): Promise<void> {
  await db.$executeRaw`
    WITH "wait" AS (
      SELECT extract(epoch FROM "reply"."createdAt" - "ticket"."createdAt") AS "seconds"
      FROM (
        SELECT "id", "createdAt" FROM "Ticket"
        WHERE "websiteId" = ${websiteId}::uuid AND "createdAt" > now() - make_interval(days => ${maxAgeDays})
        ORDER BY "createdAt" DESC, "id" DESC LIMIT ${maxTickets}
      ) AS "ticket"
      CROSS JOIN LATERAL (
        SELECT "position", "createdAt" FROM "Message"
        WHERE "ticketId" = "ticket"."id" AND "customerId" IS NULL ORDER BY "position" LIMIT 1
      ) AS "reply"
      WHERE "reply"."position" > 1
    ), "median" AS (
      SELECT CASE WHEN count(*) >= ${minReplies} THEN
        round(percentile_cont(0.5) WITHIN GROUP (ORDER BY "seconds"))::int END AS "seconds" FROM "wait"
    )
    UPDATE "Website" SET "medianFirstReplySeconds" = "median"."seconds" FROM "median"
    WHERE "id" = ${websiteId}::uuid AND "medianFirstReplySeconds" IS DISTINCT FROM "median"."seconds"`
}
