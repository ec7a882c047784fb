import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'

export const customers = 200
const ticketsEach = 50
const messagesEach = 50

/** Fills a migrated database: 10,000 tickets, with 50 messages in each customer's first and 2 in the others. */
export async function fill(url: string, websiteId: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    `INSERT INTO "Customer" ("id", "websiteId", "email", "nickname", "words")
     SELECT gen_random_uuid(), $1, 'customer' || n || '@example.com', 'Customer ' || n, '{}' FROM generate_series(1, $2::int) n`,
    [websiteId, customers],
  )
  await client.query(
    `INSERT INTO "Ticket" ("id", "websiteId", "number", "subject", "customerId", "messageCount", "preview", "lastActivityAt", "updatedAt")
     SELECT gen_random_uuid(), $1, row_number() OVER (), 'Ticket about something ' || n, c."id",
            CASE WHEN n = 1 THEN $3::int ELSE 2 END, 'The last words of this conversation', now() - n * interval '1 hour', now()
     FROM "Customer" c, generate_series(1, $2::int) n`,
    [websiteId, ticketsEach, messagesEach],
  )
  await client.query(
    `INSERT INTO "Message" ("id", "ticketId", "position", "body", "via", "customerId", "words")
     SELECT gen_random_uuid(), t."id", n, repeat('Words of a message. ', 15), 'TICKET_CENTER', t."customerId", '{}'
     FROM "Ticket" t, generate_series(1, t."messageCount") n`,
  )
  await client.query('UPDATE "Website" SET "ticketCount" = $1', [customers * ticketsEach])
  await client.query('VACUUM ANALYZE')
  await client.end()
}

/** Ids of the long tickets, one for each customer. */
export async function longTickets(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('SELECT "id" FROM "Ticket" WHERE "messageCount" > 2')
  await client.end()
  return rows.map(({ id }) => id)
}

/** This many API keys: one key may not write as often as a benchmark does. */
export async function addKeys(url: string, websiteId: string, count: number): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const keys = Array.from({ length: count }, () => `tck_${randomBytes(32).toString('base64url')}`)
  for (const key of keys) {
    const hash = createHash('sha256').update(key).digest('hex')
    await client.query(
      `INSERT INTO "ApiKey" ("id", "websiteId", "name", "hash", "scopes")
       VALUES (gen_random_uuid(), $1, 'Bench', $2, '{TICKETS_READ,TICKETS_WRITE}')`,
      [websiteId, hash],
    )
  }
  await client.end()
  return keys
}
