import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { follow, listening } from '../support/live.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const { key } = website
const agent = await website.operator()
const jane = await website.customer('jane@example.com')

const open = async (): Promise<string> =>
  (await jane.run('openTicket', { subject: 'Help', body: 'Please' }, 'ticket { id }')).ticket.id
const propose = async (ticketId: string, body = 'Try **this**'): Promise<string> =>
  (await key.run('proposeReply', { ticketId, body }, 'draft { id }')).draft.id
const proposedFor = async (caller: typeof key, id: string) =>
  (await caller.ask('query ($id: ID!) { ticket(id: $id) { proposedReplies { id body } } }', { id })).ticket
    .proposedReplies

describe('a proposed reply', () => {
  test('is posted as the message of the operator who approves it', async () => {
    const ticketId = await open()
    const id = await propose(ticketId)
    const posted = 'newMessage { bodyHtml via author { __typename } } ticket { status messageCount }'
    expect(await agent.run('approveReply', { id }, posted)).toMatchObject({
      newMessage: {
        bodyHtml: '<p>Try <strong>this</strong></p>',
        via: 'CONSOLE',
        author: { __typename: 'Operator' },
      },
      ticket: { status: 'PENDING', messageCount: 2 },
    })
    expect(await proposedFor(agent, ticketId)).toEqual([])
  })

  test('is posted as the operator edited it', async () => {
    const id = await propose(await open())
    const { newMessage } = await agent.run('approveReply', { id, body: 'Try that' }, 'newMessage { body }')
    expect(newMessage.body).toBe('Try that')
  })

  test('is posted once, however many approve and discard it at once', async () => {
    const ticketId = await open()
    const id = await propose(ticketId)
    const calls = ['approveReply', 'approveReply', 'discardReply', 'approveReply', 'discardReply']
    const results = await Promise.all(calls.map((mutation) => agent.attempt(mutation, { id })))
    const done = results.filter(({ __typename }) => __typename !== 'NotFound')
    expect(done).toHaveLength(1)
    const { ticket } = await jane.ask('query ($id: ID!) { ticket(id: $id) { messageCount } }', {
      id: ticketId,
    })
    expect(ticket.messageCount).toBe(done[0].__typename === 'ApproveReplyPayload' ? 2 : 1)
  })

  test('replaces the caller’s earlier one under another id, and no other caller’s', async () => {
    const ticketId = await open()
    const first = await propose(ticketId, 'First')
    await agent.run('proposeReply', { ticketId, body: 'From Ada' }, '__typename')
    const second = await propose(ticketId, 'Second')
    expect(second).not.toBe(first)
    expect((await proposedFor(agent, ticketId)).map(({ body }: { body: string }) => body)).toEqual([
      ...['Second', 'From Ada'],
    ])
    expect((await agent.attempt('approveReply', { id: first })).__typename).toBe('NotFound')
  })

  test('is null for customers, who notice nothing of it', async () => {
    const ticketId = await open()
    const state = 'query ($id: ID!) { ticket(id: $id) { updatedAt messageCount unreadCount } }'
    const before = await jane.ask(state, { id: ticketId })
    const id = await propose(ticketId, 'A secret')
    await key.run('discardReply', { id }, '__typename')
    await propose(ticketId, 'A secret')
    expect(await jane.ask(state, { id: ticketId })).toEqual(before)
    expect(await proposedFor(jane, ticketId)).toBeNull()
  })

  test('is reported to operators at once, and so is that it was discarded', async () => {
    const ticketId = await open()
    const follower = follow(
      agent,
      'subscription { eventAdded { __typename ... on ReplyProposed { draft { body } } } }',
    )
    const changes = follow(agent, 'subscription { ticketChanged { ticket { proposedReplies { body } } } }')
    await listening(origin, 2)
    const id = await propose(ticketId)
    await follower.count(1)
    await changes.count(1)
    expect(changes.items[0].ticketChanged.ticket.proposedReplies).toEqual([{ body: 'Try **this**' }])
    await key.run('discardReply', { id }, '__typename')
    await follower.count(2)
    expect(follower.items.map(({ eventAdded }) => eventAdded.__typename)).toEqual([
      ...['ReplyProposed', 'ReplyDiscarded'],
    ])
    await Promise.all([follower.close(), changes.close()])
  })
})
