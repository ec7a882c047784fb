import { expect, test } from 'vitest'
import { unsentReplies } from '../../../client/core/sending/unsent.ts'

const reply = (body: string) => ({ key: body, body, status: 'waiting' as const })

test('unsent replies are those on their way and those that are typed, by ticket', () => {
  const outgoing = { a: [reply('one'), reply('two')], b: [] }
  const typed = new Map([
    ['a', 'three'],
    ['b', '  '],
    ['c', 'four'],
  ])
  expect(unsentReplies(outgoing, typed).map(({ ticketId, body }) => [ticketId, body])).toEqual([
    ['a', 'one'],
    ['a', 'two'],
    ['a', 'three'],
    ['c', 'four'],
  ])
})
