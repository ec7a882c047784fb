import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { postgres } from '../support/environment.ts'
import { stepsOf } from '../support/plan.ts'
import { statements } from '../support/statements.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey, variables } = await startApp()
const count = 20_000

/** As many customers, and tickets with a message. */
async function fill(client: pg.Client) {
  const { websiteId, key } = await createTestWebsite(origin, rootKey)
  const text = `
    WITH "row" AS (SELECT n, gen_random_uuid() AS "customerId", gen_random_uuid() AS "ticketId", gen_random_uuid() AS "messageId",
        now() - n * interval '1 minute' AS "at" FROM generate_series(1, ${count}) n),
      "customers" AS (INSERT INTO "Customer" ("id", "websiteId", "email", "words", "createdAt", "updatedAt")
        SELECT "customerId", $1::uuid, 'customer' || n || '@example.com', ARRAY['customer' || n], "at", "at" FROM "row"),
      "tickets" AS (INSERT INTO "Ticket" ("id", "websiteId", "number", "subject", "customerId", "updatedAt", "historyFilled")
        SELECT "ticketId", $1::uuid, n, 'Help', "customerId", "at", true FROM "row"),
      "messages" AS (INSERT INTO "Message" ("id", "ticketId", "position", "body", "words", "via", "customerId", "createdAt")
        SELECT "messageId", "ticketId", 1, 'Help', ARRAY['help'], 'API', "customerId", "at" FROM "row")
    INSERT INTO "TicketEvent" ("id", "websiteId", "ticketId", "type", "data", "createdAt")
    SELECT gen_random_uuid(), $1::uuid, "ticketId", 'MESSAGE_POSTED',
      jsonb_build_object('messageId', "messageId"), "at" FROM "row"`
  await client.query(text, [websiteId])
  return key
}

describe.skipIf(!postgres)('a page among many rows of two websites reads by an index', async () => {
  if (!postgres) return
  const client = new pg.Client({ connectionString: variables.DATABASE_URL })
  await client.connect()
  await client.query("SET TIME ZONE 'UTC'")
  afterAll(() => client.end())
  await fill(client)
  const key = await fill(client)
  await client.query('ANALYZE')
  const old = '2020-01-01'
  const recent = new Date(Date.now() - 1_000 * 60_000).toISOString()

  test.for([
    ['messages', 'TicketEvent', ''],
    ['messages', 'TicketEvent', `filter: { createdAfter: "${old}" }`],
    ['messages', 'TicketEvent', `filter: { createdAfter: "${recent}" }`],
    ['messages', 'TicketEvent', 'last: 25'],
    ['customers', 'Customer', ''],
    ['customers', 'Customer', `filter: { updatedAfter: "${old}" }`],
    ['customers', 'Customer', `filter: { updatedAfter: "${recent}" }`],
    ['customers', 'Customer', 'last: 25'],
  ] as const)('of %s, from %s, with %s', async ([field, table, args]) => {
    const page = `${field}${args && `(${args})`} { edges { node { id } } pageInfo { endCursor } }`
    const sent = statements()
    const { [field]: read } = await key.ask(`{ ${page} }`)
    const next = args.includes('last') ? '' : `after: "${read.pageInfo.endCursor}"`
    if (next)
      await key.ask(`{ ${field}(${[args, next].filter(Boolean).join(', ')}) { edges { node { id } } } }`)
    const lists = sent().filter(({ text }) => text.includes(`"${table}"`) && text.includes('ORDER BY'))
    expect(lists.length).toBeGreaterThan(0)
    for (const { text, values } of lists) {
      const { rows } = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values)
      const nodes = stepsOf(rows[0])
      const scans = nodes.filter((node) => node['Relation Name'] === table)
      expect(scans.map((node) => node['Node Type'])).not.toContain('Seq Scan')
      for (const node of scans) expect(node['Actual Rows']).toBeLessThan(200)
    }
  })
})
