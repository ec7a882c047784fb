import type { Client } from '@urql/core'
import { afterEach, expect, test, vi } from 'vitest'
import { reportUnread } from '../../../../client/ticket-center/embedding/unread.ts'
import { initialState } from '../../../../client/ticket-center/state/state.ts'

vi.useFakeTimers()
afterEach(() => vi.clearAllTimers())

/** A client that returns one of these after another. */
function returning(...results: unknown[]): Client {
  return { query: async () => ({ data: results.shift() }) } as unknown as Client
}

test('a count that failed is repeated until it is known', async () => {
  const counts: number[] = []
  const client = returning(undefined, { tickets: null }, { tickets: { unreadCount: 26 } })
  const state = { ...initialState, older: 'cursor' }
  await reportUnread(client, state, (count) => counts.push(count))
  expect(counts).toEqual([])
  await vi.runAllTimersAsync()
  expect(counts).toEqual([26])
  // What is known is not asked for again.
  await reportUnread(returning({ tickets: { unreadCount: 1 } }), state, (count) => counts.push(count))
  expect(counts).toEqual([26])
})
