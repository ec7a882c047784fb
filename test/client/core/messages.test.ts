import { describe, expect, test } from 'vitest'
import {
  conversationOf,
  lastInRow,
  newerThan,
  withConversation,
  withMessage,
  withOlderMessages,
} from '../../../client/core/messages.ts'
import type { Conversation, MessagePage, MessageRow } from '../../../client/core/rows.ts'

const message = (position: number): MessageRow => ({ id: `m${position}`, position, body: `Line ${position}` })
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)
const row = {
  id: 'ticket',
  number: 1,
  status: 'OPEN' as const,
  lastActivityAt: '2026-11-28T12:00:00.000Z',
}
const page = (from: number, to: number): MessagePage<MessageRow> => ({
  edges: range(from, to).map((position) => ({ node: message(position) })),
  pageInfo: { hasPreviousPage: from > 1, startCursor: `before ${from}` },
})
const loaded = (positions: number[], older: string | null = null): Conversation => ({
  ticket: row,
  messages: positions.map(message),
  older,
})
const positions = ({ messages }: Conversation) => messages.map(({ position }) => position)
const start = (from: number, to: number) => ({ ...row, messages: page(from, to) })

describe('the newest page of messages', () => {
  test('starts a conversation', () => {
    const conversation = conversationOf(start(3, 5))
    expect([positions(conversation), conversation.older]).toEqual([[3, 4, 5], 'before 3'])
    expect(conversation.ticket).toEqual(row)
    expect(conversationOf(start(1, 2)).older).toBeNull()
  })

  test('is appended to the cached messages if it overlaps them', () => {
    const conversation = conversationOf(start(4, 6), loaded([2, 3, 4], 'before 2'))
    expect([positions(conversation), conversation.older]).toEqual([[2, 3, 4, 5, 6], 'before 2'])
  })

  test('replaces the cached messages if there would be a gap', () => {
    const conversation = conversationOf(start(40, 42), loaded([1, 2, 3]))
    expect([positions(conversation), conversation.older]).toEqual([[40, 41, 42], 'before 40'])
  })

  test('keeps messages that arrived meanwhile', () => {
    expect(positions(conversationOf(start(3, 5), loaded([4, 5, 6])))).toEqual([3, 4, 5, 6])
  })

  test('shows which of its messages are new', () => {
    const fresh = newerThan(loaded([2, 3]).messages, page(2, 5))
    expect(fresh.map(({ position }) => position)).toEqual([4, 5])
  })
})

describe('older messages', () => {
  test('are prepended without duplicates', () => {
    const conversation = withOlderMessages(loaded([4, 5], 'before 4'), page(2, 4))
    expect([positions(conversation), conversation.older]).toEqual([[2, 3, 4, 5], 'before 2'])
    expect(withOlderMessages(loaded([2]), page(1, 1)).older).toBeNull()
  })
})

describe('a message', () => {
  test('is inserted by position, and only once', () => {
    expect(positions(withMessage(loaded([1, 3]), message(2)))).toEqual([1, 2, 3])
    const conversation = loaded([1, 2])
    expect(withMessage(conversation, message(2))).toBe(conversation)
  })

  test('does not move the live position if it arrives early', () => {
    expect(lastInRow(loaded([3, 4, 6]).messages)).toBe(4)
    expect(lastInRow(loaded([3, 4, 5]).messages)).toBe(5)
    expect(lastInRow([])).toBe(0)
  })
})

test('a change to a conversation that is not cached has no effect', () => {
  const state = { conversations: { ticket: loaded([1]) } }
  expect(withConversation(state, 'other', (one) => withMessage(one, message(2)))).toBe(state)
  const changed = withConversation(state, 'ticket', (one) => withMessage(one, message(2)))
  expect(changed.conversations.ticket?.messages).toHaveLength(2)
})
