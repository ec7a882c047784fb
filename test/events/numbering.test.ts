import pg from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { idle } from '../support/jobs.ts'
import { follow, listening } from '../support/live.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startOwnApp()
const { db, transaction } = await import('../../server/database/db.ts')
const { numberEvents } = await import('../../server/events/numbering.ts')
const { enqueue } = await import('../../server/jobs/jobs.ts')
const { key, websiteId } = await createTestWebsite(origin, rootKey)

const openTicket = () =>
  key.run('openTicket', { subject: 'Help', body: '1', customerEmail: 'jane@example.com' }, '__typename')

afterEach(() => listening(origin, 0))

test('takes the lock if there are events to number, and only one statement if there are none', async () => {
  await openTicket()
  await numberEvents()
  // Jobs look for events as well.
  await idle()
  const query = vi.spyOn(pg.Client.prototype, 'query')
  const statements = () =>
    query.mock.calls
      .map(([statement]) => (statement as { text?: string }).text ?? String(statement))
      .filter((text) => text.includes('pg_advisory_xact_lock') || text.includes('"position" IS NULL'))
  await numberEvents()
  expect(statements()).toHaveLength(1)
  await db.ticketEvent.updateMany({ data: { position: null } })
  query.mockClear()
  await numberEvents()
  expect(statements().some((text) => text.includes('pg_advisory_xact_lock'))).toBe(true)
  query.mockRestore()
  expect(await db.ticketEvent.count({ where: { position: null } })).toBe(0)
})

test('wakes subscribers for an event that the job numbers long after it was recorded', async () => {
  await openTicket()
  await numberEvents()
  const follower = follow(key, 'subscription { eventAdded { __typename } }')
  await listening(origin, 1)
  const { id: ticketId } = await db.ticket.findFirstOrThrow({ where: { websiteId } })
  // The state left by a process that dies after its commit, found when another starts an hour later.
  await transaction(async (tx) => {
    const { id } = await tx.ticketEvent.create({
      data: {
        ...{ websiteId, ticketId, type: 'STATUS_CHANGED', data: { from: 'OPEN', to: 'PENDING' } },
        createdAt: new Date(Date.now() - 60 * 60_000),
      },
    })
    await enqueue(tx, 'ticket-events', { eventIds: [id] })
  })
  await follower.count(1)
  expect(follower.items).toEqual([{ eventAdded: { __typename: 'StatusChanged' } }])
  await follower.close()
})

test('gives no position twice: subscribers are woken for events after the newest ones were deleted', async () => {
  await openTicket()
  await openTicket()
  await numberEvents()
  const highest = async () => {
    const { _max } = await db.ticketEvent.aggregate({ _max: { position: true } })
    return _max.position ?? 0n
  }
  const before = await highest()
  await transaction((tx) => tx.ticket.deleteMany())
  const follower = follow(key, 'subscription { eventAdded { __typename } }')
  await listening(origin, 1)
  await openTicket()
  await follower.count(2)
  expect(follower.items.map((item) => item.eventAdded.__typename)).toEqual(['TicketOpened', 'MessagePosted'])
  expect(await highest()).toBe(before + 2n)
  await follower.close()
})
