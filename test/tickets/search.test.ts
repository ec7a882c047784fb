import { afterEach, describe, expect, test, vi } from 'vitest'
import { startApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { type Explained, stepsOf } from '../support/plan.ts'
import { statements } from '../support/statements.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { searchTickets } = await import('../../server/tickets/search/search.ts')
const website = await createTestWebsite(origin, rootKey)
const count = 2_000

/** Tickets of two customers, older ones with higher numbers in the subject, with three messages each. */
async function fill() {
  const { websiteId } = website
  const emails = ['jane@example.com', 'joe@example.com']
  await Promise.all(emails.map((email) => website.openSession(email)))
  await db.$executeRaw`
    INSERT INTO "Ticket" ("id", "websiteId", "number", "subject", "customerId", "messageCount", "createdAt", "lastActivityAt", "updatedAt")
    SELECT gen_random_uuid(), ${websiteId}::uuid, 100000 + n, 'Subject ' || n, c."id", 3, now(), now() - n * interval '1 minute', now()
    FROM generate_series(1, ${count}::int) n
    JOIN "Customer" c ON c."email" = CASE WHEN n % 2 = 0 THEN 'jane@example.com' ELSE 'joe@example.com' END
      AND c."websiteId" = ${websiteId}::uuid`
  await db.$executeRaw`
    INSERT INTO "Message" ("id", "ticketId", "position", "body", "via", "customerId")
    SELECT gen_random_uuid(), t."id", p, 'Text of ' || t."subject" || ' at ' || p, 'API', t."customerId"
    FROM "Ticket" t, generate_series(1, 3) p
    WHERE t."websiteId" = ${websiteId}::uuid`
}
await fill()

const query = `query ($search: String, $first: Int, $after: String, $last: Int, $before: String) {
  tickets(filter: { search: $search }, first: $first, after: $after, last: $last, before: $before) {
    edges { node { subject } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`

interface Found {
  edges: { node: { subject: string } }[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null }
}

async function page(caller: Client, variables: Record<string, unknown>) {
  const { edges, pageInfo }: Found = (await caller.ask(query, variables)).tickets
  return { ...pageInfo, subjects: edges.map(({ node }) => node.subject.replace('Subject ', '')) }
}

/** Continues until there is nothing more, as a page that is not full is not the end. */
async function all(caller: Client, search: string) {
  const subjects: string[] = []
  for (let after: string | null = null; ; ) {
    const next = await page(caller, { search, first: 10, after })
    subjects.push(...next.subjects)
    if (!next.hasNextPage) return subjects
    after = next.endCursor
  }
}

describe('a search', () => {
  afterEach(() => vi.restoreAllMocks())

  test('returns the newest first, page by page, without repeats', async () => {
    const expected = Array.from({ length: count }, (_, at) => String(at + 1)).filter((n) => n.includes('77'))
    expect(await all(website.key, 'subject 77')).toEqual(expected.filter((n) => n.startsWith('77')))
    expect(await all(website.key, `text of subject ${count} at 3`)).toEqual([String(count)])
    expect(await all(website.key, 'nothing of the kind')).toEqual([])
  })

  test('from the end returns the oldest', async () => {
    const { subjects, hasPreviousPage } = await page(website.key, { search: 'subject', last: 2 })
    expect([subjects, hasPreviousPage]).toEqual([[String(count - 1), String(count)], true])
  })

  test('by a customer finds their own tickets; by the team, also customers', async () => {
    const jane = await website.customer('jane@example.com')
    expect((await page(jane, { search: 'subject', first: 3 })).subjects).toEqual(['2', '4', '6'])
    expect((await page(jane, { search: 'jane@', first: 3 })).subjects).toEqual([])
    expect((await page(website.key, { search: 'JOE@', first: 3 })).subjects).toEqual(['1', '3', '5'])
  })

  test('for a number finds only that ticket; if there is none, the text', async () => {
    await db.ticket.updateMany({ where: { subject: 'Subject 9' }, data: { number: 77 } })
    expect((await page(website.key, { search: '#77' })).subjects).toEqual(['9'])
    expect((await page(website.key, { search: '77' })).subjects).toEqual(['9'])
    expect((await page(website.key, { search: '#78' })).subjects).toEqual([])
    expect(await all(website.key, '1999')).toEqual(['1999'])
  })

  test('reads no message of another website', async () => {
    const other = await createTestWebsite(origin, rootKey)
    const jane = await other.customer('jane@example.com')
    await jane.ask('mutation { openTicket(input: { subject: "Hello", body: "Hello" }) { __typename } }')
    await db.$executeRaw`ANALYZE`
    const sent = statements()
    expect((await page(other.key, { search: 'text of' })).subjects).toEqual([])
    const searching = sent().filter(({ text }) => /strpos|tsquery/.test(text))
    expect(searching).toHaveLength(1)
    expect(await messagesRead(searching[0])).toBe(1)
  })
})

/** Rows of messages that a statement reads, whether it returns them or not. */
async function messagesRead({ text, values } = { text: '', values: [] as unknown[] }): Promise<number> {
  const [explained] = await db.$queryRawUnsafe<Explained[]>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
    ...values,
  )
  const steps = explained ? stepsOf(explained).filter((step) => step['Relation Name'] === 'Message') : []
  return steps
    .map((step) => step['Actual Loops'] * (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)))
    .reduce((sum, rows) => sum + rows, 0)
}

test('a slow search stops, returns its position, and continues from there', async () => {
  const start = Date.now()
  const places = Array.from({ length: 5_000 }, (_, at) => ({
    id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
    lastActivityAt: new Date(start - at),
    messageCount: 1,
  }))
  const slowly = async (from: { id: string } | null, take: number) => {
    await new Promise((resolve) => setTimeout(resolve, 50))
    const begin = from ? places.findIndex(({ id }) => id === from.id) + 1 : 0
    return places.slice(begin, begin + take)
  }
  const { ids, stoppedAt } = await searchTickets({ text: 'x', customers: true }, 25, slowly)
  expect(ids).toEqual([])
  expect(stoppedAt).not.toBeNull()
  expect(stoppedAt?.id).not.toBe(places.at(-1)?.id)
})

test('the longer each message takes, the fewer a statement reads', async () => {
  const start = Date.now()
  const largest = async (text: string) => {
    let most = 0
    const quickly = async (from: { lastActivityAt: Date } | null, take: number) => {
      most = Math.max(most, take)
      const begin = from ? start - from.lastActivityAt.getTime() + 1 : 0
      return Array.from({ length: Math.max(0, Math.min(take, 20_000 - begin)) }, (_, at) => ({
        id: crypto.randomUUID(),
        lastActivityAt: new Date(start - begin - at),
        messageCount: 1,
      }))
    }
    await searchTickets({ text, customers: true }, 25, quickly)
    return most
  }
  expect(await largest('wort')).toBeLessThanOrEqual(600)
  expect(await largest('zoë')).toBeLessThanOrEqual(200)
  const letters = Array.from({ length: 200 }, (_, at) => String.fromCharCode(0x430 + at)).join('')
  expect(await largest(letters)).toBeLessThanOrEqual(10)
})
