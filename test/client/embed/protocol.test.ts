import { describe, expect, test } from 'vitest'
import { readFrameMessage, readPageMessage } from '../../../client/embed/protocol.ts'

const nonsense = [
  null,
  undefined,
  'ready',
  41,
  [],
  {},
  { type: null },
  { type: 'constructor' },
  { type: '__proto__' },
  { type: 'toString' },
  { type: ['ready'] },
  { type: 'READY' },
  { type: { toString: () => 'ready' } },
]

describe('a message of the frame', () => {
  test.for([
    { type: 'ready' },
    { type: 'resize', height: 812 },
    { type: 'unread', count: 0 },
    { type: 'navigate', place: 'list' },
    { type: 'navigate', place: 'new' },
    { type: 'navigate', place: 'ticket', ticket: 41 },
    { type: 'error', code: 'SESSION_ENDED' },
    { type: 'ready', version: 2 },
  ])('is %j', (message) => {
    expect(readFrameMessage(message)).toBe(message)
    if (message.type !== 'ready') expect(readPageMessage(message)).toBeNull()
  })

  test.for([
    ...nonsense,
    { type: 'resize' },
    { type: 'resize', height: '812px' },
    { type: 'resize', height: -1 },
    { type: 'resize', height: Number.NaN },
    { type: 'resize', height: Number.POSITIVE_INFINITY },
    { type: 'unread', count: 1.5 },
    { type: 'unread', count: '1' },
    { type: 'navigate' },
    { type: 'navigate', place: 'settings' },
    { type: 'navigate', place: 'ticket' },
    { type: 'navigate', place: 'ticket', ticket: '<b>41</b>' },
    { type: 'error' },
    { type: 'error', code: 'OOPS' },
  ])('is not %j', (data) => {
    expect(readFrameMessage(data)).toBeNull()
  })
})

describe('a message of the page', () => {
  test.for([
    { type: 'open', ticket: 41 },
    { type: 'open', ticket: 'VGlja2V0OjE=' },
    { type: 'newTicket' },
    { type: 'colorScheme', scheme: 'auto' },
    { type: 'locale', locale: 'pt-BR' },
  ])('is %j', (message) => {
    expect(readPageMessage(message)).toBe(message)
    expect(readFrameMessage(message)).toBeNull()
  })

  test.for([
    ...nonsense,
    { type: 'open' },
    { type: 'open', ticket: '' },
    { type: 'open', ticket: 'x'.repeat(101) },
    { type: 'open', ticket: { id: 41 } },
    { type: 'open', ticket: -41 },
    { type: 'colorScheme', scheme: 'url(//evil.test)' },
    { type: 'locale', locale: '' },
    { type: 'locale', locale: 'x'.repeat(36) },
    { type: 'locale', locale: ['de'] },
  ])('is not %j', (data) => {
    expect(readPageMessage(data)).toBeNull()
  })
})
