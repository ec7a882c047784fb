import { expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { postgres } from '../support/environment.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startOwnApp()
const { db, transaction } = await import('../../server/database/db.ts')
const { batchOf } = await import('../../server/tickets/past/fill-job.ts')
const { enqueue } = await import('../../server/jobs/jobs.ts')
const website = await createTestWebsite(origin, rootKey)

test.for<[string, number[], number]>([
  ['all tickets while they have few messages', [1, 2, 997], 3],
  ['fewer tickets if they have many messages', [600, 300, 300, 1], 2],
  ['one ticket however many messages it has', [5_000, 1], 1],
])('a batch has %s', ([, messageCounts, length]) => {
  const tickets = messageCounts.map((messageCount, index) => ({ id: `${index}`, messageCount }))
  expect(batchOf(tickets)).toEqual(tickets.slice(0, length).map(({ id }) => id))
})

// The embedded database runs one transaction after the other.
test.skipIf(!postgres)(
  'a ticket that is locked while others get their history gets its own later',
  async () => {
    for (const subject of ['One', 'Two']) {
      const input = { subject, body: 'Help', customerEmail: 'jane@example.com' }
      await website.key.run('openTicket', input, '__typename')
    }
    await db.ticketEvent.deleteMany()
    await db.ticket.updateMany({ data: { historyFilled: false } })
    const filled = async () => {
      const tickets = await db.ticket.findMany({ where: { historyFilled: true }, orderBy: { number: 'asc' } })
      return tickets.map(({ number }) => number)
    }
    await db.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT FROM "Ticket" WHERE "number" = 1 FOR UPDATE`
        await transaction((other) => enqueue(other, 'fill-past', {}))
        await expect.poll(filled).toEqual([2])
      },
      { timeout: 60_000 },
    )
    await expect.poll(filled).toEqual([1, 2])
    await expect.poll(() => db.ticketEvent.count({ where: { position: { not: null } } })).toBe(4)
  },
)
