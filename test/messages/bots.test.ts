import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const { key } = website
const operator = await website.operator()
const owner = await website.customer('jane@example.com')

const open = async (subject: string): Promise<string> =>
  (await owner.run('openTicket', { subject, body: 'Please' }, 'ticket { id }')).ticket.id
const message = 'newMessage { bodyHtml via author { __typename } } ticket { status unreadCount }'
const reply = (ticketId: string, more: object, caller: Client = key) =>
  caller.run('reply', { ticketId, body: '**Hello**', ...more }, message)
const queue = async (orderBy: string): Promise<string[]> => {
  const query = `{ tickets(orderBy: ${orderBy}, filter: { statuses: [OPEN] }) { edges { node { subject } } } }`
  const { tickets } = await operator.ask(query)
  return tickets.edges.map((edge: { node: { subject: string } }) => edge.node.subject)
}
const stateFor = async (caller: Client, ticketId: string) =>
  (
    await caller.ask(
      `{ node(id: "${ticketId}") { ... on Ticket { status unreadCount teamReadAt solvedAt } } }`,
    )
  ).node

describe('a reply from a key', () => {
  test('leaves an OPEN ticket unread for the team, in its place in the queue', async () => {
    const [first] = [await open('First'), await open('Second')]
    const before = [await queue('ACTIVITY_NEWEST'), await queue('WAITING_LONGEST')]
    await key.run('markTicketRead', { ticketId: first, position: 1 }, 'ticket { id }')
    const { ticket, newMessage } = await reply(first, { status: 'OPEN' })
    expect(newMessage).toMatchObject({ via: 'API', author: { __typename: 'Integration' } })
    expect(ticket).toEqual({ status: 'OPEN', unreadCount: 0 })
    expect(await stateFor(operator, first)).toEqual({
      ...{ status: 'OPEN', unreadCount: 1, teamReadAt: null, solvedAt: null },
    })
    expect([await queue('ACTIVITY_NEWEST'), await queue('WAITING_LONGEST')]).toEqual(before)
  })

  test.each(['OPEN', 'PENDING', 'SOLVED'])('sets the status that it chooses: %s', async (status) => {
    const ticketId = await open('Choice')
    expect((await reply(ticketId, { status })).ticket.status).toBe(status)
    expect((await stateFor(operator, ticketId)).solvedAt === null).toBe(status !== 'SOLVED')
    expect((await reply(ticketId, {}, operator)).ticket.status).toBe('PENDING')
    expect((await stateFor(operator, ticketId)).solvedAt).toBeNull()
  })
})

describe('the customer’s words from a program', () => {
  const asCustomer = true

  test('reopen a ticket and are as unread as their own, said so by their channel', async () => {
    const ticketId = await open('By phone')
    await reply(ticketId, {}, operator)
    const { newMessage, ticket } = await reply(ticketId, { asCustomer })
    expect(newMessage).toMatchObject({ via: 'API', author: { __typename: 'Customer' } })
    expect(newMessage.bodyHtml).toContain('**Hello**')
    expect(ticket.status).toBe('OPEN')
    expect((await stateFor(operator, ticketId)).unreadCount).toBe(1)
    // Nobody knows whether they have read the team's reply: their own message is no proof.
    expect((await stateFor(owner, ticketId)).unreadCount).toBe(2)
  })

  test('open a ticket as they would', async () => {
    const input = { subject: 'Called', body: 'Hello', customerEmail: 'new@example.com', asCustomer }
    const opened = 'ticket { id status lastMessage { via author { ... on Customer { email } } } }'
    const { ticket } = await key.run('openTicket', input, opened)
    const { status, lastMessage } = ticket
    expect({ status, lastMessage }).toEqual({
      ...{ status: 'OPEN', lastMessage: { via: 'API', author: { email: 'new@example.com' } } },
    })
    expect((await stateFor(operator, ticket.id)).unreadCount).toBe(1)
    expect((await stateFor(await website.customer('new@example.com'), ticket.id)).unreadCount).toBe(0)
  })

  test('take files that the program uploaded', async () => {
    const ticketId = await open('File')
    const upload = 'upload { id url }'
    const file = await key.run('createUpload', { name: 'a.txt', type: 'text/plain', size: 2 }, upload)
    const { id, url } = file.upload
    expect((await fetch(url, { method: 'PUT', body: 'hi' })).status).toBe(204)
    const input = { ticketId, body: 'See', asCustomer, attachmentIds: [id] }
    const { newMessage } = await key.run('reply', input, 'newMessage { attachments { name } }')
    expect(newMessage.attachments).toEqual([{ name: 'a.txt' }])
  })
})

test('customers choose neither status nor author nor emails', async () => {
  const ticketId = await open('Mine')
  for (const choice of [{ status: 'OPEN' }, { asCustomer: true }, { notify: false }]) {
    const result = await owner.attempt('reply', { ticketId, body: 'Hello', ...choice })
    expect(result.issues[0].path).toEqual(['input', Object.keys(choice)[0]])
  }
  const both = await key.attempt('reply', { ticketId, body: 'Hello', asCustomer: true, status: 'OPEN' })
  expect(both.issues[0].path).toEqual(['input', 'status'])
})
