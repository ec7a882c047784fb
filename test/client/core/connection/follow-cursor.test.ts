import { expect, test } from 'vitest'
import { followCursor } from '../../../../client/core/connection/follow-cursor.ts'

const at = (position: number) => ({ data: { messageAdded: { position } } })

test('a repeated request continues from the newest position', () => {
  const request = { variables: { after: 3 } }
  expect([4, 7, 9].map((position) => followCursor(request, at(position)))).toEqual([true, true, true])
  expect(request.variables.after).toBe(9)
})

test('repeated positions are passed on once', () => {
  const request = { variables: { after: null } }
  expect([1, 2, 1, 2, 3].map((position) => followCursor(request, at(position)))).toEqual([
    true,
    true,
    false,
    false,
    true,
  ])
})

test('a repeated request continues from the newest cursor, and equal cursors are passed on', () => {
  const request = { query: '', variables: { after: 'a' } }
  const change = (cursor: string) => ({ data: { ticketChanged: { cursor } } })
  expect(['a', 'b', 'b', 'c'].map((cursor) => followCursor(request, change(cursor)))).not.toContain(false)
  expect(request.variables.after).toBe('c')
})

test('everything is passed on for a request without a cursor, as are results without a position', () => {
  const plain = { variables: {} }
  expect([1, 1].map((position) => followCursor(plain, at(position)))).toEqual([true, true])
  const request = { variables: { after: 3 } }
  expect(followCursor(request, { data: null })).toBe(true)
  expect(followCursor(request, { data: { websiteChanged: { name: 'Acme' } } })).toBe(true)
})
