import pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startOwnApp()
const { db } = await import('../../server/database/db.ts')
const { key, websiteId } = await createTestWebsite(origin, rootKey)
const input = { subject: 'Help', body: '1', customerEmail: 'jane@example.com' }
await key.run('openTicket', input, '__typename')
const { id: ticketId } = await db.ticket.findFirstOrThrow({ where: { websiteId } })

interface Plan {
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}
const removed = (plan: Plan): number =>
  (plan['Rows Removed by Filter'] ?? 0) + (plan.Plans ?? []).reduce((sum, part) => sum + removed(part), 0)

test('a page of a rare event type reads few other events, however long the log is', async () => {
  await db.$executeRaw`
    INSERT INTO "TicketEvent" ("id", "websiteId", "ticketId", "type", "position")
    SELECT gen_random_uuid(), ${websiteId}::uuid, ${ticketId}::uuid,
      CASE WHEN "n" = 15000 THEN 'CATEGORY_CHANGED' ELSE 'MESSAGE_POSTED' END, 1000 + "n"
    FROM generate_series(1, 20000) AS "n"`
  await db.$executeRawUnsafe('ANALYZE "TicketEvent"')
  const query = vi.spyOn(pg.Client.prototype, 'query')
  onTestFinished(() => query.mockRestore())
  const { events } = await key.ask('{ events(types: [CATEGORY_CHANGED]) { edges { cursor } } }')
  expect(events.edges).toHaveLength(1)
  const [statement] =
    query.mock.calls
      .map(([call]) => call as unknown as { text: string; values: unknown[] })
      .filter(({ values }) => values?.includes('CATEGORY_CHANGED')) ?? []
  const [explained] = await db.$queryRawUnsafe<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${statement?.text}`,
    ...(statement?.values ?? []),
  )
  const [{ Plan: plan } = { Plan: {} }] = explained?.['QUERY PLAN'] ?? []
  expect(removed(plan), JSON.stringify(plan)).toBeLessThan(100)
})
