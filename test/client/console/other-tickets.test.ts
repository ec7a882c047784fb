import { describe, expect, test } from 'vitest'
import { withChange } from '../../../client/console/state/other-tickets.ts'
import type { Conversation, Ticket } from '../../../client/console/state/state.ts'

const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`
/** A ticket of one customer that was opened on one day of the month and last active on another. */
const ticket = (number: number, opened: number, active = opened) =>
  ({
    id: `ticket ${number}`,
    number,
    createdAt: on(opened),
    lastActivityAt: on(active),
    customer: { id: 'jane' },
  }) as Ticket

/** A conversation that shows the newest three of five tickets. */
const edges = [ticket(5, 5), ticket(4, 4), ticket(3, 3)].map((node) => ({ node }))
const conversation = {
  ticket: { ...ticket(5, 5), customer: { id: 'jane', tickets: { edges, totalCount: 5 } } },
} as unknown as Conversation

function after(change: Ticket) {
  const { tickets } = withChange(conversation, change).ticket.customer
  return { numbers: tickets?.edges.map(({ node }) => node.number), count: tickets?.totalCount }
}

describe('a customer’s other tickets', () => {
  test.for<[string, Ticket, number[], number]>([
    ['stay in order when one of them changes', ticket(3, 3), [5, 4, 3], 5],
    ['move up one with a new message', ticket(3, 3, 9), [3, 5, 4], 5],
    ['leave out an older one that changes', ticket(1, 1), [5, 4, 3], 5],
    ['begin with an older one that has a new message', ticket(1, 1, 9), [1, 5, 4, 3], 5],
    ['begin with a new one, and count it', ticket(6, 9), [6, 5, 4, 3], 6],
  ])('%s', ([, change, numbers, count]) => {
    expect(after(change)).toEqual({ numbers, count })
  })
})
