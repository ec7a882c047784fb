import { CombinedError } from '@urql/core'
import { describe, expect, test } from 'vitest'
import type { Outgoing } from '../../../client/core/rows.ts'
import { reduceOutgoing, withoutDelivered } from '../../../client/core/sending/outgoing.ts'
import { lacksFiles, replyOutcome } from '../../../client/core/sending/reply-outcome.ts'

const reply = (key: string, status: Outgoing['status'] = 'sending'): Outgoing => ({
  key,
  body: `Text ${key}`,
  status,
})
const ticketId = 'ticket'
const stored = (body: string) => ({ id: 'm1', position: 1, body })

describe('an unsent reply', () => {
  test('is shown once, after earlier ones', () => {
    const all = reduceOutgoing({ ticket: [reply('a')] }, { type: 'outgoing', ticketId, reply: reply('b') })
    const again = reduceOutgoing(all, { type: 'outgoing', ticketId, reply: reply('a', 'failed') })
    expect(again.ticket?.map(({ key }) => key)).toEqual(['b', 'a'])
    expect(reduceOutgoing(again, { type: 'settled', ticketId, key: 'a' }).ticket).toEqual([reply('b')])
  })

  test('shows why it failed until it is retried', () => {
    const failed = reduceOutgoing(
      { ticket: [reply('a'), reply('b')] },
      { type: 'refused', ticketId, reply: reply('a'), error: 'Too long' },
    )
    expect(failed.ticket).toEqual([{ ...reply('a', 'failed'), error: 'Too long' }, reply('b')])
    const again = { type: 'outgoing-status', ticketId, key: 'a', status: 'sending' } as const
    expect(reduceOutgoing(failed, again).ticket).toEqual([reply('a'), reply('b')])
  })

  test('waits as long as an earlier one does', () => {
    const status = { type: 'outgoing-status', ticketId, key: 'b' } as const
    const all = { ticket: [reply('a'), reply('b'), reply('c')] }
    const waiting = reduceOutgoing(all, { ...status, status: 'waiting' })
    expect(waiting.ticket).toEqual([reply('a'), reply('b', 'waiting'), reply('c', 'waiting')])
    const more = reduceOutgoing(waiting, { type: 'outgoing', ticketId, reply: reply('d') })
    expect(more.ticket?.at(-1)).toEqual(reply('d', 'waiting'))
    const again = reduceOutgoing(waiting, { ...status, status: 'sending' })
    expect(again.ticket).toEqual([reply('a'), reply('b'), reply('c', 'waiting')])
  })

  test('does not reappear if its attempt ends after it was discarded', () => {
    const status = { type: 'outgoing-status', ticketId, key: 'a', status: 'waiting' } as const
    expect(reduceOutgoing<Outgoing>({ ticket: [] }, status).ticket).toEqual([])
  })

  test('is removed when it arrives as a message, even without a response, but not if it was refused', () => {
    const all = { ticket: [reply('a', 'waiting'), reply('b')] }
    expect(withoutDelivered(all, ticketId, stored('Text a')).ticket).toEqual([reply('b')])
    expect(withoutDelivered(all, ticketId, stored('Something else'))).toBe(all)
    const failed = { ticket: [reply('a', 'failed')] }
    expect(withoutDelivered(failed, ticketId, stored('Text a'))).toBe(failed)
  })

  test('reappears if it is refused after a message with the same text arrived', () => {
    const all = withoutDelivered({ ticket: [reply('a')] }, ticketId, stored('Text a'))
    expect(all.ticket).toEqual([])
    const refused = reduceOutgoing(all, { type: 'refused', ticketId, reply: reply('a'), error: 'Slower' })
    expect(refused.ticket).toEqual([{ ...reply('a', 'failed'), error: 'Slower' }])
  })
})

describe('an attempt to send a reply', () => {
  const error = (code: string) =>
    new CombinedError({ graphQLErrors: [{ message: code, extensions: { code } }] })

  test.each([
    ['stored', { __typename: 'ReplyPayload' }, undefined, 'stored'],
    [
      'refused with a reason',
      { __typename: 'InvalidInput', issues: [{ path: ['input', 'body'] }] },
      undefined,
      'failed',
    ],
    ['refused by another member of the union', { __typename: 'NotAllowed' }, undefined, 'failed'],
    ['refused by an error', undefined, error('RATE_LIMITED'), 'failed'],
    ['unanswered', undefined, new CombinedError({ networkError: new TypeError() }), 'waiting'],
    ['refused while there was no new token', undefined, error('UNAUTHENTICATED'), 'waiting'],
    ['too early for a server without a database', undefined, error('UNAVAILABLE'), 'waiting'],
  ] as const)('may be %s', (_name, result, failure, kind) => {
    expect(replyOutcome(result as { __typename: string } | undefined, failure).kind).toBe(kind)
  })

  test('returns the answer of a refusal', () => {
    const answer = { __typename: 'NotFound', message: 'There is no such ticket' }
    expect(replyOutcome(answer, undefined)).toEqual({ kind: 'failed', answer })
    expect(replyOutcome(null, error('RATE_LIMITED'))).toEqual({ kind: 'failed', answer: undefined })
  })

  test.each([
    [['input', 'attachmentIds', '0'], true],
    [['input', 'body'], false],
  ])('lacks its files with an issue of %j: %s', (path, lacks) => {
    expect(lacksFiles({ __typename: 'InvalidInput', issues: [{ path }] })).toBe(lacks)
  })
})
