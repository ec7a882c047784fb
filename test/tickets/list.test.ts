import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const website = await createTestWebsite(origin, rootKey)
const { key } = website

interface Page {
  first?: number
  after?: string
  last?: number
  before?: string
}

/** One page of the list: numbers, cursors and the rest. */
async function page(variables: Page, caller = key) {
  const { tickets } = await caller.ask(
    `query ($first: Int, $after: String, $last: Int, $before: String) {
      tickets(first: $first, after: $after, last: $last, before: $before) {
        edges { cursor node { number } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`,
    { ...variables },
  )
  return {
    numbers: tickets.edges.map((edge: { node: { number: number } }) => edge.node.number),
    ...tickets.pageInfo,
  }
}

async function open(count: number, customerEmail: string) {
  for (let opened = 0; opened < count; opened++) {
    await key.run('openTicket', { subject: 'Help', body: 'Please', customerEmail }, 'ticket { id }')
  }
}

/** Gives tickets the same last activity. */
async function tie(numbers: number[], lastActivityAt: Date) {
  const where = { websiteId: website.websiteId, number: { in: numbers } }
  await db.ticket.updateMany({ where, data: { lastActivityAt } })
}

await open(12, 'jane@example.com')
// 12 and 11 are the newest, 5 to 10 were active in the same millisecond, 1 to 4 before.
await tie([1, 2, 3, 4], new Date('2026-01-01T00:00:00Z'))
await tie([5, 6, 7, 8, 9, 10], new Date('2026-01-02T00:00:00Z'))
const all = (await page({ first: 100 })).numbers

describe('the list of tickets', () => {
  test('is sorted by last activity, newest first, and stable among equals', async () => {
    expect(all.slice(0, 2)).toEqual([12, 11])
    expect([...all.slice(2, 8)].sort((one, two) => one - two)).toEqual([5, 6, 7, 8, 9, 10])
    expect((await page({ first: 100 })).numbers).toEqual(all)
  })

  test.each([1, 2, 3, 5, 7])('is paged forward by %i without gaps or repeats', async (first) => {
    const seen: number[] = []
    for (let after: string | undefined, more = true; more; ) {
      const { numbers, hasNextPage, endCursor } = await page({ first, after })
      seen.push(...numbers)
      after = endCursor
      more = hasNextPage
    }
    expect(seen).toEqual(all)
  })

  test.each([1, 2, 3, 5, 7])('is paged backward by %i without gaps or repeats', async (last) => {
    const seen: number[] = []
    for (let before: string | undefined, more = true; more; ) {
      const { numbers, hasPreviousPage, startCursor } = await page({ last, before })
      seen.unshift(...numbers)
      before = startCursor
      more = hasPreviousPage
    }
    expect(seen).toEqual(all)
  })

  test('continues after a cursor whose ticket has moved to the top', async () => {
    await open(6, 'moving@example.com')
    const mover = await website.customer('moving@example.com')
    const { numbers, endCursor } = await page({ first: 3 }, mover)
    expect(numbers).toEqual([18, 17, 16])
    const { ticketByNumber } = await mover.ask('{ ticketByNumber(number: 16) { id } }')
    await mover.run('reply', { ticketId: ticketByNumber.id, body: 'Again' }, 'newMessage { id }')
    expect((await page({ first: 3, after: endCursor }, mover)).numbers).toEqual([15, 14, 13])
    expect((await page({ last: 3, before: endCursor }, mover)).numbers).toEqual([16, 18, 17])
  })

  test.each([
    ['words', 'nonsense'],
    ['another list’s', Buffer.from('["Message",1]').toString('base64url')],
    ['no UUID in it', Buffer.from('[1767312000000,"5"]').toString('base64url')],
    [
      'a time no database knows',
      Buffer.from('[-8640000000000000,"0193a2b0-7c1e-7d3a-9f00-64656d6f0001"]').toString('base64url'),
    ],
    ['a null character', Buffer.from('[1767312000000,"\\u0000"]').toString('base64url')],
  ])('refuses a forged cursor: %s', async (_name, cursor) => {
    for (const position of [
      { first: 2, after: cursor },
      { last: 2, before: cursor },
    ]) {
      const { errors } = await key.send(
        'query ($first: Int, $after: String, $last: Int, $before: String) { tickets(first: $first, after: $after, last: $last, before: $before) { edges { cursor } } }',
        position,
      )
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    }
  })

  test.each([{ first: 101 }, { last: 101 }, { first: -1 }, { first: 1, last: 1 }])(
    'refuses the page %o',
    async (size) => {
      const { errors } = await key.send(
        'query ($first: Int, $last: Int) { tickets(first: $first, last: $last) { edges { cursor } } }',
        size,
      )
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    },
  )
})
