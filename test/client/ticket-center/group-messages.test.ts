import { describe, expect, test } from 'vitest'
import { groupMessages } from '../../../client/ticket-center/conversation/thread/group-messages.ts'
import type { Message } from '../../../client/ticket-center/state/state.ts'

const at = (minute: number) => ({ createdAt: `2026-01-01T12:0${minute}:00.000Z` })
const message = (position: number, name = 'Jane'): Message => ({
  ...at(position),
  id: `m${position}`,
  position,
  body: 'Hello',
  bodyHtml: '<p>Hello</p>',
  quotedText: null,
  attachments: [],
  via: 'TICKET_CENTER',
  author: { __typename: 'Customer', id: name, name, erased: false },
})

/** The positions in each group. */
function grouped(messages: Message[], history: { createdAt: string }[] = []): number[][] {
  return groupMessages(messages, undefined, history).map((group) =>
    group.messages.map(({ position }) => position),
  )
}

describe('messages', () => {
  test('by one author in a row form one group', () => {
    expect(grouped([message(1), message(2), message(3, 'Paul')])).toEqual([[1, 2], [3]])
  })

  test('are separated by a history line between them', () => {
    const messages = [message(1), message(3), message(5)]
    expect(grouped(messages, [at(0), at(4), at(6)])).toEqual([[1, 3], [5]])
    expect(grouped(messages, [at(3)])).toEqual([[1, 3], [5]])
  })
})
