import { type ConstructorOptions, PgBoss } from 'pg-boss'
import { rendererVersion, toHtml } from '../server/text/markdown.ts'

/** A pool or a connection. */
export interface Database {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}

const body = 'Words of an answer, as people write them. '.repeat(8)

/** Tickets by one customer each, with this many team replies in each. Returns the tickets' ids. */
async function addTickets(
  database: Database,
  websiteId: string,
  name: string,
  tickets: number,
  answers: number,
) {
  await database.query(
    `INSERT INTO "Customer" ("id", "websiteId", "email")
     SELECT gen_random_uuid(), $1::uuid, $2::text || n || '@example.com' FROM generate_series(1, $3::int) n`,
    [websiteId, name, tickets],
  )
  const { rows } = await database.query(
    `INSERT INTO "Ticket" ("id", "websiteId", "number", "subject", "customerId", "messageCount", "updatedAt")
     SELECT gen_random_uuid(), $1::uuid, row_number() OVER () + (SELECT "ticketCount" FROM "Website" WHERE "id" = $1::uuid),
       'A question about something', "id", $3::int, now()
     FROM "Customer" WHERE "email" LIKE $2::text || '%' RETURNING "id"`,
    [websiteId, name, answers],
  )
  await database.query('UPDATE "Website" SET "ticketCount" = "ticketCount" + $2::int WHERE "id" = $1::uuid', [
    websiteId,
    tickets,
  ])
  await database.query(
    `INSERT INTO "Message" ("id", "ticketId", "position", "body", "bodyHtml", "rendererVersion", "via", "apiKeyId")
     SELECT gen_random_uuid(), t."id", n, $2::text, $3::text, $4::int, 'API', k."id"
     FROM "Ticket" t JOIN "Customer" c ON c."id" = t."customerId" JOIN "ApiKey" k ON k."websiteId" = t."websiteId",
       generate_series(1, t."messageCount") n
     WHERE c."email" LIKE $1::text || '%'`,
    [name, body, toHtml(body, 'team'), rendererVersion],
  )
  return (rows as { id: string }[]).map(({ id }) => id)
}

/** Queued emails, one for each reply. Returns their ids. */
export async function addEmails(database: Database, websiteId: string, tickets: number, answers: number) {
  await addTickets(database, websiteId, 'waiting', tickets, answers)
  await database.query(
    `INSERT INTO "MailThread" ("id", "websiteId", "ticketId", "role", "email", "mailedPosition")
     SELECT gen_random_uuid(), t."websiteId", t."id", 'CUSTOMER', c."email", t."messageCount"
     FROM "Ticket" t JOIN "Customer" c ON c."id" = t."customerId" WHERE c."email" LIKE 'waiting%'`,
  )
  const { rows } = await database.query(
    `INSERT INTO "Mail" ("id", "websiteId", "threadId", "kind", "messageId", "firstPosition", "lastPosition", "createdAt")
     SELECT gen_random_uuid(), h."websiteId", h."id", 'REPLIED', m."id", m."position", m."position",
       now() - interval '2 hours' + m."position" * interval '1 second'
     FROM "MailThread" h JOIN "Message" m ON m."ticketId" = h."ticketId" RETURNING "id"`,
  )
  await database.query('ANALYZE')
  return (rows as { id: string }[]).map(({ id }) => ({ mailId: id }))
}

/** Tickets with one reply that nobody has been notified of. */
export async function addNews(database: Database, websiteId: string, tickets: number) {
  const ids = await addTickets(database, websiteId, 'news', tickets, 1)
  await database.query('ANALYZE')
  return ids.map((ticketId) => ({ ticketId }))
}

/** Enqueues a job for each of `data`. */
export async function addJobs(options: ConstructorOptions, name: string, data: object[]) {
  const boss = new PgBoss({ ...options, supervise: false, schedule: false })
  await boss.start()
  for (let start = 0; start < data.length; start += 1_000) {
    await boss.insert(
      name,
      data.slice(start, start + 1_000).map((one) => ({ data: one })),
    )
  }
  await boss.stop({ graceful: false })
}
