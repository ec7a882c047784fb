import { afterEach, expect, test, vi } from 'vitest'
import { startApp } from '../support/app.ts'
import { statements } from '../support/statements.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db, transaction } = await import('../../server/database/db.ts')
const { sumCounts } = await import('../../server/tickets/list/counts.ts')

afterEach(() => vi.restoreAllMocks())

const counts = `fragment Counts on TicketConnection { totalCount unreadCount }
  { all: tickets(first: 0) { ...Counts }
    open: tickets(first: 0, filter: { statuses: [OPEN] }) { ...Counts }
    pending: tickets(first: 0, filter: { statuses: [PENDING, PENDING] }) { ...Counts }
    answered: tickets(first: 0, filter: { statuses: [PENDING, SOLVED] }) { ...Counts }
    none: tickets(first: 0, filter: { statuses: [] }) { ...Counts } }`

/** The expected counts, from the tickets themselves. */
async function counted(websiteId: string) {
  const { fields } = db.ticket
  const of = async (where: object) => ({
    totalCount: await db.ticket.count({ where: { websiteId, ...where } }),
    unreadCount: await db.ticket.count({
      where: { websiteId, ...where, messageCount: { gt: fields.teamReadPosition } },
    }),
  })
  return {
    all: await of({}),
    open: await of({ status: 'OPEN' }),
    pending: await of({ status: 'PENDING' }),
    answered: await of({ status: { in: ['PENDING', 'SOLVED'] } }),
    none: { totalCount: 0, unreadCount: 0 },
  }
}

/** Sums up the counts after so many changes that it is due. */
async function sumMany(websiteId: string): Promise<void> {
  const changes = Array.from({ length: 26 }, () => [1, -1]).flat()
  await db.ticketCount.createMany({
    data: changes.map((change) => ({ websiteId, status: 'OPEN' as const, unread: true, change })),
  })
  await sumCounts()
}

test('the team’s counts match the tickets while many change at once and counts are summed up', async () => {
  const { key, customer, operator, websiteId } = await createTestWebsite(origin, rootKey)
  const agent = await operator()
  const jane = await customer('jane@example.com')
  const open = async () =>
    (await jane.run('openTicket', { subject: 'Help', body: 'Please' }, 'ticket { id }')).ticket.id
  const change = async (ticketId: string, at: number) => {
    if (at % 2 === 0) await agent.run('markTicketRead', { ticketId, position: 9 }, '__typename')
    if (at % 3 === 0) await key.run('reply', { ticketId, body: 'Done' }, '__typename')
    if (at % 4 === 0) await jane.run('reply', { ticketId, body: 'Thanks' }, '__typename')
    if (at % 5 === 0) await key.run('setTicketStatus', { ticketId, status: 'SOLVED' }, '__typename')
  }
  const lives = Array.from({ length: 30 }, async (_, at) => change(await open(), at))
  await Promise.all([...lives, ...Array.from({ length: 5 }, sumCounts)])
  await transaction((tx) => tx.ticket.deleteMany({ where: { websiteId, number: { in: [1, 6, 10, 12] } } }))
  const expected = await counted(websiteId)
  expect(expected.all.totalCount).toBe(26)
  expect(await agent.ask(counts)).toEqual(expected)
  await sumMany(websiteId)
  expect(await db.ticketCount.count({ where: { websiteId } })).toBeLessThanOrEqual(6)
  expect(await agent.ask(counts)).toEqual(expected)
  await transaction((tx) => tx.ticket.deleteMany({ where: { websiteId, number: { gt: 2 } } }))
  await sumMany(websiteId)
  expect((await agent.ask(counts)).all.totalCount).toBe(1)
  await transaction((tx) => tx.ticket.deleteMany({ where: { websiteId } }))
  expect((await agent.ask(counts)).all).toEqual({ totalCount: 0, unreadCount: 0 })
})

test('the team’s counts read no tickets, and a list of which only counts are selected reads no page', async () => {
  const { operator, customer } = await createTestWebsite(origin, rootKey)
  const agent = await operator()
  const jane = await customer('jane@example.com')
  await jane.run('openTicket', { subject: 'Help', body: 'Please' }, '__typename')
  const sent = statements()
  const pages = () =>
    sent().filter(({ text }) => /FROM (?:"public".)?"Ticket".*"lastActivityAt" DESC/s.test(text))
  const ofTickets = () => sent().filter(({ text }) => /COUNT\(.*FROM "public"."Ticket"/s.test(text))
  await agent.ask(counts)
  expect([...pages(), ...ofTickets()]).toEqual([])
  await jane.ask(counts)
  expect(pages()).toEqual([])
  expect(ofTickets()).not.toEqual([])
  await jane.ask('{ tickets(first: 0) { pageInfo { hasNextPage } } }')
  expect(pages()).toHaveLength(1)
})

test('an empty page shows whether there are more', async () => {
  const { key, customer } = await createTestWebsite(origin, rootKey)
  const page =
    '{ tickets(first: 0) { edges { cursor } ...on TicketConnection { pageInfo { hasNextPage } } } }'
  expect((await key.ask(page)).tickets).toEqual({ edges: [], pageInfo: { hasNextPage: false } })
  await (await customer('jane@example.com')).run('openTicket', { subject: 'Help', body: '1' }, '__typename')
  expect((await key.ask(page)).tickets).toEqual({ edges: [], pageInfo: { hasNextPage: true } })
})
