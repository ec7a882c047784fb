import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

/**
 * The limit: raw node:http and one prepared statement for each request, no session, no rights, no GraphQL. Nothing that
 * answers the same request from the same database can be much faster.
 */
const pool = new pg.Pool({ connectionString: process.env.BENCH_DATABASE_URL, max: 10, idleTimeoutMillis: 0 })

const statements: Record<string, string> = {
  list: `SELECT t."id", t."number", t."subject", t."status", t."categoryName", t."preview", t."messageCount",
           t."messageCount" - t."customerReadPosition" AS "unreadCount", t."lastActivityAt"
         FROM "Ticket" t JOIN "Customer" c ON c."id" = t."customerId"
         WHERE c."email" = $1 ORDER BY t."lastActivityAt" DESC, t."id" DESC LIMIT 25`,
  ticket: `SELECT t."subject", t."status", m."id", m."position", m."body", m."createdAt", c."nickname"
           FROM "Ticket" t JOIN "Message" m ON m."ticketId" = t."id" LEFT JOIN "Customer" c ON c."id" = m."customerId"
           WHERE t."id" = $1 ORDER BY m."position" DESC LIMIT 50`,
  reply: `WITH t AS (UPDATE "Ticket" SET "messageCount" = "messageCount" + 1, "status" = 'OPEN', "preview" = 'Thanks',
            "lastActivityAt" = now(), "updatedAt" = now() WHERE "id" = $1 RETURNING "id", "messageCount", "customerId")
          INSERT INTO "Message" ("id", "ticketId", "position", "body", "via", "customerId")
          SELECT gen_random_uuid(), "id", "messageCount", 'Thanks', 'TICKET_CENTER', "customerId" FROM t RETURNING *`,
}

const server = createServer(async (request, response) => {
  const [, name = '', value = ''] = (request.url ?? '').split('/')
  request.resume()
  const { rows } = await pool.query({
    name,
    text: statements[name] ?? '',
    values: [decodeURIComponent(value)],
  })
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(rows))
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
