import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { follow } from '../support/live.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db, transaction } = await import('../../server/database/db.ts')
const { findOrCreateCustomer } = await import('../../server/customers/find-or-create.ts')
const { numberEvents } = await import('../../server/events/numbering.ts')
const { encodeGlobalID } = await import('../../server/api/global-id.ts')
const { fillPast } = await import('../../server/tickets/past/fill-past.ts')
const website = await createTestWebsite(origin, rootKey)
const { key, websiteId } = website

const ticketChanged = 'subscription ($after: String) { ticketChanged(after: $after) { ticketId cursor } }'
const changeCursor = async (): Promise<string> =>
  (await key.ask('{ tickets(first: 1) { changeCursor } }')).tickets.changeCursor
const openTicket = async (): Promise<string> => {
  const input = { subject: 'Help', body: '1', customerEmail: 'jane@example.com' }
  return (await key.run('openTicket', input, 'ticket { id }')).ticket.id
}

/** Tickets from before events existed, with one message each. */
async function oldTickets(count: number): Promise<string[]> {
  const { id: customerId } = await findOrCreateCustomer(websiteId, { email: 'old@example.com' })
  const { ticketCount } = await db.website.update({
    where: { id: websiteId },
    data: { ticketCount: { increment: count } },
  })
  const at = new Date('2024-01-01T12:00:00Z')
  const tickets = await db.ticket.createManyAndReturn({
    data: Array.from({ length: count }, (_, index) => ({
      ...{ websiteId, customerId, number: ticketCount - index, subject: 'Old', messageCount: 1 },
      ...{ createdAt: at, lastActivityAt: at, updatedAt: at },
    })),
    select: { id: true },
  })
  const ids = tickets.map(({ id }) => id)
  await db.message.createMany({
    data: ids.map((ticketId) => ({
      ...{ ticketId, position: 1, body: 'Old', via: 'API' as const, customerId, createdAt: at },
    })),
  })
  return ids
}

test('filling in history changes no ticket, for a list that was read before or after', async () => {
  const ids = await oldTickets(1_200)
  const before = await changeCursor()
  await transaction((tx) => fillPast(tx, ids))
  await numberEvents()
  const after = await changeCursor()
  const opened = [await openTicket()]
  await numberEvents()
  for (const cursor of [before, after]) {
    const follower = follow(key, ticketChanged, { after: cursor })
    await follower.count(opened.length)
    // Their emails change them again.
    const reported = new Set(follower.items.map((item) => item.ticketChanged.ticketId))
    expect(reported).toEqual(new Set(opened))
    const first = follower.items.at(-1)
    await follower.close()
    // Changes of the last seconds may come again.
    const again = follow(key, ticketChanged, { after: first.ticketChanged.cursor })
    const next = await openTicket()
    await again.until((items) => items.some((item) => item.ticketChanged.ticketId === next))
    opened.push(next)
    const ids = again.items.map((item) => item.ticketChanged.ticketId)
    expect(ids.filter((id) => !opened.includes(id))).toEqual([])
    await again.close()
  }
})

test('history filled in before a read mark is numbered, like history before an event', async () => {
  const [ticketId = ''] = await oldTickets(1)
  const input = { ticketId: encodeGlobalID('Ticket', ticketId), position: 1 }
  await key.run('markTicketRead', input, '__typename')
  const where = { ticketId, position: { not: null } }
  await expect.poll(() => db.ticketEvent.count({ where }), { timeout: 60_000 }).toBe(2)
})

test('a log cursor from the filled history is refused if too much has changed since', async () => {
  const { events } = await key.ask('{ events(first: 1) { edges { cursor } } }')
  const follower = follow(key, ticketChanged, { after: events.edges[0].cursor })
  await follower.ended
  expect(follower.error).toMatchObject({
    message: 'Too many changes since this cursor: reload the list and use its `changeCursor`.',
    extensions: { code: 'BAD_USER_INPUT' },
  })
  await follower.close()
})
