import { describe, expect, test } from 'vitest'
import { reduce } from '../../../client/ticket-center/state/reducer.ts'
import { initialState, type Ticket } from '../../../client/ticket-center/state/state.ts'

/** The ticket's state after this many seconds. */
const ticket = (status: Ticket['status'], second: number): Ticket => ({
  id: 'ticket',
  number: 1,
  subject: 'Oven',
  status,
  categoryName: null,
  preview: 'It stays cold',
  messageCount: 1,
  unreadCount: 0,
  createdAt: '2026-11-28T12:00:00.000Z',
  lastActivityAt: '2026-11-28T12:00:00.000Z',
  updatedAt: `2026-11-28T12:00:0${second}.000Z`,
})
const live = reduce(initialState, { type: 'ticket', ticket: ticket('OPEN', 2), live: true })
const status = (after: typeof live) => after.tickets.map((ticket) => ticket.status)

describe('the ticket in a response', () => {
  test('is ignored if a live update has brought a later change', () => {
    expect(reduce(live, { type: 'ticket', ticket: ticket('SOLVED', 1) })).toBe(live)
  })

  test('is shown if it is as new or newer', () => {
    for (const second of [2, 3])
      expect(status(reduce(live, { type: 'ticket', ticket: ticket('SOLVED', second) }))).toEqual(['SOLVED'])
  })
})

describe('a conversation in a response', () => {
  const started = (status: Ticket['status'], second: number) => ({
    ...ticket(status, second),
    updatedAt: `2026-11-28T12:00:0${second}.000Z`,
    customer: { id: 'customer', name: 'Jane', erased: false },
    assignee: null,
    teamReadPosition: 0,
    teamReadAt: null,
    participants: [],
    solvedAt: null,
    draft: null,
    messages: { edges: [], pageInfo: { hasPreviousPage: false, startCursor: null } },
  })
  const shown = (state: typeof live) => state.conversations.ticket?.ticket.status

  test('does not overwrite a later live update of its ticket, in the list or in the conversation', () => {
    const first = reduce(live, { type: 'conversation', start: started('SOLVED', 1) })
    expect([shown(first), status(first)]).toEqual(['OPEN', ['OPEN']])
    const again = reduce(first, { type: 'conversation', start: started('SOLVED', 1) })
    expect([shown(again), status(again)]).toEqual(['OPEN', ['OPEN']])
    expect(again.conversations.ticket?.ticket.customer.name).toBe('Jane')
  })

  test('is not overwritten by an older response', () => {
    const read = reduce(initialState, { type: 'conversation', start: started('OPEN', 3) })
    expect(reduce(read, { type: 'ticket', ticket: ticket('SOLVED', 2) })).toBe(read)
  })

  test('is shown if it is as new or newer', () => {
    for (const second of [2, 3])
      expect(shown(reduce(live, { type: 'conversation', start: started('SOLVED', second) }))).toBe('SOLVED')
  })
})

test('a live update is shown even if its server’s clock is behind', () => {
  expect(status(reduce(live, { type: 'ticket', ticket: ticket('SOLVED', 1), live: true }))).toEqual([
    'SOLVED',
  ])
})
