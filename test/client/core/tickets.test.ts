import { describe, expect, test } from 'vitest'
import type { TicketList, TicketPage, TicketRow } from '../../../client/core/rows.ts'
import { withNewestPage, withOlderPage, withTicket } from '../../../client/core/tickets.ts'

interface Ticket extends TicketRow {
  subject: string
}

/** A ticket whose last activity was on this day of the month. */
const ticket = (number: number, day = number, subject = ''): Ticket => ({
  id: `ticket ${number}`,
  number,
  status: 'OPEN',
  lastActivityAt: `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`,
  subject,
})
const page = (tickets: Ticket[], more: boolean): TicketPage<Ticket> => ({
  edges: tickets.map((node) => ({ node })),
  pageInfo: { hasNextPage: more, endCursor: `after ${tickets.at(-1)?.number ?? 'the search'}` },
})
const list = (numbers: number[], older: string | null): TicketList<Ticket> => ({
  tickets: numbers.map((number) => ticket(number)),
  older,
})
const numbers = ({ tickets }: { tickets: Ticket[] }) => tickets.map(({ number }) => number)

describe('the newest page', () => {
  test('is the whole list if there are no more', () => {
    const merged = withNewestPage(list([9, 8, 2, 1], 'after 1'), page([ticket(9), ticket(7)], false))
    expect([numbers(merged), merged.older]).toEqual([[9, 7], null])
  })

  test('replaces everything as recent as itself and leaves older cached pages', () => {
    const merged = withNewestPage(list([9, 8, 7, 2, 1], 'after 1'), page([ticket(10), ticket(7)], true))
    expect([numbers(merged), merged.older]).toEqual([[10, 7, 2, 1], 'after 1'])
  })

  test('moves up a ticket that was on an older page', () => {
    const merged = withNewestPage(list([9, 8, 2, 1], 'after 1'), page([ticket(2, 20), ticket(9)], true))
    expect(numbers(merged)).toEqual([2, 9, 8, 1])
  })

  test('sets the next page if nothing older is cached', () => {
    const merged = withNewestPage(list([], null), page([ticket(9), ticket(8)], true))
    expect([numbers(merged), merged.older]).toEqual([[9, 8], 'after 8'])
  })

  test('has a cursor for more even if it found nothing yet', () => {
    expect(withNewestPage(list([9], null), page([], true)).older).toBe('after the search')
  })
})

describe('an older page', () => {
  test('is appended without duplicates, and has a cursor for more', () => {
    const merged = withOlderPage(list([9, 8], 'after 8'), page([ticket(8), ticket(7)], true))
    expect([numbers(merged), merged.older]).toEqual([[9, 8, 7], 'after 7'])
  })

  test('does not change a cached ticket', () => {
    const merged = withOlderPage(list([9, 8], 'after 8'), page([ticket(8, 8, 'As it was'), ticket(7)], false))
    expect([merged.tickets[1]?.subject, merged.older]).toEqual(['', null])
  })
})

describe('a ticket', () => {
  test('is sorted by activity, then by number', () => {
    expect(numbers({ tickets: withTicket(list([9, 8, 7], null), ticket(7, 20)) })).toEqual([7, 9, 8])
    expect(numbers({ tickets: withTicket(list([9, 7], null), ticket(8, 9)) })).toEqual([9, 8, 7])
  })

  test('waits for its page if it is older than everything loaded', () => {
    expect(numbers({ tickets: withTicket(list([9, 8], 'after 8'), ticket(3)) })).toEqual([9, 8])
    expect(numbers({ tickets: withTicket(list([9, 8], null), ticket(3)) })).toEqual([9, 8, 3])
  })

  test('is kept up to date if cached, even when it is older than everything loaded', () => {
    const [, last] = withTicket(list([9, 3], 'after 3'), ticket(3, 2, 'Another subject'))
    expect([last?.number, last?.subject]).toEqual([3, 'Another subject'])
  })
})
