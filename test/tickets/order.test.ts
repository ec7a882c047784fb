import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const website = await createTestWebsite(origin, rootKey)
const { key, websiteId } = website
await db.website.update({ where: { id: websiteId }, data: { participantsEnabled: true } })
const jane = await website.customer('jane@example.com')

const minute = (number: number) => new Date(Date.UTC(2026, 0, 1, 12, number))
/** For each ticket, by number: when it was opened, last written in and last changed. */
const times = [
  { createdAt: 1, lastActivityAt: 30, updatedAt: 40 },
  { createdAt: 2, lastActivityAt: 10, updatedAt: 60 },
  { createdAt: 3, lastActivityAt: 20, updatedAt: 50 },
  { createdAt: 3, lastActivityAt: 20, updatedAt: 50 },
]
for (const [index, of] of times.entries()) {
  await jane.run('openTicket', { subject: 'Help', body: 'Please' }, '__typename')
  const where = { websiteId_number: { websiteId, number: index + 1 } }
  const data = Object.fromEntries(Object.entries(of).map(([field, time]) => [field, minute(time)]))
  const status = index === 0 ? 'SOLVED' : 'OPEN'
  await db.ticket.update({ where, data: { ...data, status, teamReadPosition: index < 2 ? 1 : 0 } })
}

async function list(args: string, caller: Client = key) {
  const { tickets } = await caller.ask(
    `{ tickets(${args}) { totalCount edges { node { number } } pageInfo { endCursor startCursor } } }`,
  )
  const numbers: number[] = tickets.edges.map((edge: { node: { number: number } }) => edge.node.number)
  return { ...tickets, numbers }
}
const numbers = async (args: string, caller?: Client) => (await list(args, caller)).numbers

describe('tickets are listed', () => {
  test.for<[string, number[]]>([
    ['ACTIVITY_NEWEST', [1, 4, 3, 2]],
    ['ACTIVITY_OLDEST', [2, 3, 4, 1]],
    ['CREATED_NEWEST', [4, 3, 2, 1]],
    ['CREATED_OLDEST', [1, 2, 3, 4]],
    ['UPDATED_OLDEST', [1, 3, 4, 2]],
    ['WAITING_LONGEST', [2, 3, 4]],
  ])('by %s, in one page or in pages of one, forwards and backwards', async ([order, expected]) => {
    const whole = await list(`orderBy: ${order}`)
    expect(whole.numbers).toEqual(expected)
    expect(whole.totalCount).toBe(expected.length)
    for (const [size, side] of [
      ['first', 'after'],
      ['last', 'before'],
    ]) {
      const seen: number[] = []
      for (let cursor: string | null = null; seen.length < expected.length; ) {
        const from = cursor ? `, ${side}: "${cursor}"` : ''
        const page = await list(`orderBy: ${order}, ${size}: 1${from}`)
        seen.push(...page.numbers)
        cursor = page.pageInfo.endCursor
        if (!cursor) break
      }
      expect(seen).toEqual(side === 'after' ? expected : expected.toReversed())
    }
  })

  test('by newest activity by default and for null', async () => {
    expect(await numbers('first: 10')).toEqual([1, 4, 3, 2])
    expect(await numbers('orderBy: null')).toEqual([1, 4, 3, 2])
  })

  test('in no order with another order’s cursor, nor in any with a search', async () => {
    const { pageInfo } = await list('orderBy: CREATED_OLDEST, first: 1')
    const wrong = [
      `orderBy: UPDATED_OLDEST, after: "${pageInfo.endCursor}"`,
      `after: "${pageInfo.endCursor}"`,
      'orderBy: CREATED_OLDEST, filter: { search: "Help" }',
    ]
    for (const args of wrong) {
      const { errors } = await key.send(`{ tickets(${args}) { totalCount } }`)
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    }
  })
})

describe('a filter', () => {
  test('finds what changed or was opened after a time, not at it', async () => {
    const later = (field: string, number: number) =>
      numbers(`filter: { ${field}: "${minute(number).toISOString()}" }, orderBy: CREATED_OLDEST`)
    expect(await later('updatedAfter', 50)).toEqual([2])
    expect(await later('updatedAfter', 49)).toEqual([2, 3, 4])
    expect(await later('createdAfter', 2)).toEqual([3, 4])
    expect(await later('createdAfter', 3)).toEqual([])
  })

  test.for([
    '2026-01-01T12:01:00Z',
    '2026-01-01T12:01:00.000+00:00',
    '2026-01-01T13:01:00.000000+0100',
    '2026-01-01T12:01Z',
  ])('takes an instant in any time zone: %s', async (instant) => {
    expect(await numbers(`filter: { createdAfter: "${instant}" }, orderBy: CREATED_OLDEST`)).toEqual([
      2, 3, 4,
    ])
  })

  test.for([
    ['0001-01-01T00:00:00Z', 4],
    ['2026-01-01', 4],
    ['9999-12-31T23:59:59.999Z', 0],
  ] as const)('takes an instant from the year 1 to 9999: %s', async ([instant, found]) => {
    expect(await numbers(`filter: { createdAfter: "${instant}" }`)).toHaveLength(found)
  })

  test.for([
    ...['2026-01-01T12:00:00', '2026-02-30', '2026-02-30T00:00:00Z', '2026-13-01T00:00:00Z', '2026', '5', ''],
    ...['0000-01-01T00:00:00Z', '-000001-01-01T00:00:00Z', '0001-01-01T00:00:00+14:00'],
    ...['+010000-01-01T00:00:00Z', '9999-12-31T23:59:59-14:00', '+275760-09-13T00:00:00Z'],
    ...['2026-01-01T00:00:00+25:00', '2026-01-01T25:00:00Z', 'May 4, 2026', ' 2026-01-01', '2026-01-01\0'],
  ])('refuses what is not one instant for every reader: %j', async (text) => {
    const query = 'query ($filter: TicketFilter) { tickets(filter: $filter) { totalCount } }'
    for (const field of ['createdAfter', 'updatedAfter']) {
      const { errors } = await key.send(query, { filter: { [field]: text } })
      expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT' }])
    }
  })

  test('finds what its caller has not read: the team, a customer or a participant', async () => {
    const operator = await website.operator()
    const unread = (value: boolean, caller: Client = operator) =>
      numbers(`filter: { unread: ${value} }, orderBy: CREATED_OLDEST`, caller)
    expect(await unread(true)).toEqual([3, 4])
    expect(await unread(false)).toEqual([1, 2])
    expect(await unread(true, jane)).toEqual([])
    const { tickets } = await key.ask('{ tickets(orderBy: CREATED_OLDEST) { edges { node { id } } } }')
    const ticketId = tickets.edges[1].node.id
    await key.run('addParticipant', { ticketId, email: 'paul@example.com' }, '__typename')
    const paul = await website.customer('paul@example.com')
    expect(await unread(true, paul)).toEqual([2])
    await key.run('reply', { ticketId, body: 'Here' }, '__typename')
    expect(await unread(true, jane)).toEqual([2])
    await paul.run('markTicketRead', { ticketId, position: 2 }, '__typename')
    expect(await unread(true, paul)).toEqual([])
    expect(await unread(false, paul)).toEqual([2])
  })
})
