import pg from 'pg'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { type Filter, firstFilter, ticketFilter } from '../../client/core/filter.ts'
import { startApp } from '../support/app.ts'
import { postgres } from '../support/environment.ts'
import { stepsOf } from '../support/plan.ts'
import { statements } from '../support/statements.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey, variables } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { encodeGlobalID } = await import('../../server/api/global-id.ts')
const count = 20_000

/** Tickets of ten categories: one in twenty is an operator's, one in a thousand is unassigned. */
async function fill(client: pg.Client) {
  const { websiteId, key, openSession } = await createTestWebsite(origin, rootKey)
  for (let at = 0; at < 20; at++) await openSession(`customer${at}@example.com`)
  await db.category.createMany({
    data: Array.from({ length: 10 }, (_, at) => ({ websiteId, name: `Category ${at}`, position: at })),
  })
  const [ada, olaf] = await db.operator.findMany({ where: { websiteId }, orderBy: { email: 'asc' } })
  // Without the server's limits: on a busy machine this takes long.
  await client.query(
    `INSERT INTO "Ticket" ("id", "websiteId", "number", "subject", "customerId", "categoryId", "status", "assigneeId",
      "lastActivityAt", "updatedAt", "historyFilled")
    SELECT gen_random_uuid(), $1::uuid, n, 'Help', c."id", k."id", ('{OPEN,PENDING,SOLVED}'::"TicketStatus"[])[1 + n % 3],
      CASE WHEN n % 1000 = 1 THEN NULL WHEN n % 20 = 0 THEN $2::uuid ELSE $3::uuid END,
      now() - n * interval '1 minute', now(), true
    FROM generate_series(1, ${count}::int) n
    JOIN "Customer" c ON c."websiteId" = $1::uuid AND c."email" = 'customer' || n % 19 || '@example.com'
    JOIN "Category" k ON k."websiteId" = $1::uuid AND k."position" = n % 9`,
    [websiteId, ada?.id, olaf?.id],
  )
  await client.query(
    `INSERT INTO "TicketField" ("ticketId", "name", "websiteId", "label", "type", "value", "position")
    SELECT "id", 'plan', "websiteId", 'Plan', 'CHOICE',
      CASE WHEN "number" % 100 = 0 THEN 'Gold' WHEN "number" % 4 = 0 THEN 'Pro' ELSE 'Free' END, 1
    FROM "Ticket" WHERE "websiteId" = $1::uuid`,
    [websiteId],
  )
  return { websiteId, key, ada: encodeGlobalID('Operator', ada?.id ?? '') }
}

describe.skipIf(!postgres)('a page of the console’s list among many tickets reads by an index', async () => {
  if (!postgres) return
  const client = new pg.Client({ connectionString: variables.DATABASE_URL })
  await client.connect()
  afterAll(() => client.end())
  await fill(client)
  const { websiteId, key, ada } = await fill(client)
  await client.query('ANALYZE')
  const categories = await db.category.findMany({ where: { websiteId }, orderBy: { position: 'asc' } })
  const category = (at: number) => encodeGlobalID('Category', categories[at]?.id ?? '')
  afterEach(() => vi.restoreAllMocks())

  test.for<[string, Partial<Filter>]>([
    ['all', { view: 'ALL' }],
    ['open', {}],
    ['solved', { view: 'SOLVED' }],
    ['of a category', { view: 'ALL', categoryId: category(3) }],
    ['of a category without tickets', { view: 'ALL', categoryId: category(9) }],
    ['open, of a category', { categoryId: category(3) }],
    ['of an operator', { view: 'ALL', assigneeId: ada }],
    ['open, of an operator', { assigneeId: ada }],
    ['of no operator', { view: 'ALL', unassigned: true }],
    ['open, of no operator', { unassigned: true }],
    ['of a customer', { view: 'ALL', customerEmail: 'customer3@example.com' }],
    ['open, of a customer', { customerEmail: 'customer3@example.com' }],
    ['with a rare value', { view: 'ALL', field: { name: 'plan', value: 'Gold' } }],
    ['with a common value', { view: 'ALL', field: { name: 'plan', value: 'Free' } }],
    ['open, with a value', { field: { name: 'plan', value: 'Pro' } }],
    ['with a value that no ticket has', { view: 'ALL', field: { name: 'plan', value: 'None' } }],
    ['of a customer without tickets', { view: 'ALL', customerEmail: 'customer19@example.com' }],
  ])('%s', async ([, part]) => {
    const sent = statements()
    const query =
      'query ($filter: TicketFilter) { tickets(first: 25, filter: $filter) { edges { node { number } } } }'
    await key.ask(query, { filter: ticketFilter({ ...firstFilter, ...part }) })
    const pages = sent().filter(({ text }) => /FROM ("public"\.)?"Ticket".*"lastActivityAt" DESC/s.test(text))
    expect(pages.length).toBeGreaterThan(0)
    for (const { text, values } of pages) {
      const { rows } = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values)
      const nodes = stepsOf(rows[0])
      expect(
        nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'Ticket'),
      ).toEqual([])
      // Less than half of the website's tickets, and none of another website.
      for (const node of nodes) expect(node['Rows Removed by Filter'] ?? 0).toBeLessThan(count / 10)
    }
  })
})
