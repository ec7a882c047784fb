import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
await website.key.run('updateWebsite', { participantsEnabled: true }, '__typename')
const participants = ['a@example.com', 'b@example.com']
const jane = await website.customer('jane@example.com')
const opened = await jane.run('openTicket', { subject: 'Help', body: '1', participants }, 'ticket { id }')
const { id } = opened.ticket
for (const body of ['2', '3', '4', '5']) await website.key.run('reply', { ticketId: id, body }, '__typename')
await jane.run('openTicket', { subject: 'Other', body: 'x' }, '__typename')

const bodies = (page: { edges: { node: { body: string } }[] }) =>
  page.edges.map(({ node }) => node.body).join('')

/** The ticket with this selection. */
const read = async (selection: string) =>
  (
    await jane.ask(
      `query ($id: ID!, $yes: Boolean = true, $no: Boolean = false) {
        ticket(id: $id) { id ${selection} }
        no: __typename @include(if: $no)
        yes: __typename @include(if: $yes)
      }`,
      { id },
    )
  ).ticket

const page = '{ edges { node { ... on Message { body } } } }'
const parts = [
  'lastMessage { body }',
  `start: messages(first: 2) ${page}`,
  `end: messages(last: 2) ${page}`,
  `messages(first: 100) ${page}`,
]

describe('the answer about a ticket does not depend', () => {
  test.for([
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [1, 0, 3, 2],
    [2, 3, 0, 1],
  ])('on the order of its lists and its last message: %o', async (order) => {
    const ticket = await read(order.map((at) => parts[at]).join(' '))
    expect([ticket.lastMessage.body, ...[ticket.start, ticket.end, ticket.messages].map(bodies)]).toEqual([
      '5',
      '12',
      '45',
      '12345',
    ])
  })

  test('on directives and fragments around them', async () => {
    const wrapped = `... on Ticket @include(if: $yes) { ${parts[1]} } ${parts[2]} ... @skip(if: $no) { ${parts[0]} }
      messages(first: 1) @include(if: $no) ${page}`
    const ticket = await read(wrapped)
    expect([bodies(ticket.start), bodies(ticket.end), ticket.lastMessage.body, ticket.messages]).toEqual([
      '12',
      '45',
      '5',
      undefined,
    ])
  })

  test('on whether the unread or the participants come first', async () => {
    const [one, other] = [
      await read('unreadCount participants { email }'),
      await read('participants { email } unreadCount'),
    ]
    expect(one).toEqual(other)
    expect(one.participants).toEqual(participants.map((email) => ({ email })))
    expect(one.unreadCount).toBe(4)
  })
})

test('one object may be selected twice, at different depths', async () => {
  const query = `query ($id: ID!) {
    one: node(id: $id) { ... on Ticket { messages(first: 1) { edges { node { body } } } } }
    other: node(id: $id) { ... on Ticket { messages(last: 1) { edges { node { body } } } } }
    ticket(id: $id) { customer { few: tickets(first: 1) { edges { node { subject } } } all: tickets { totalCount } } }
  }`
  const { one, other, ticket } = await website.key.ask(query, { id })
  expect([bodies(one.messages), bodies(other.messages)]).toEqual(['1', '5'])
  expect(ticket.customer).toEqual({
    few: { edges: [{ node: { subject: 'Other' } }] },
    all: { totalCount: 2 },
  })
})
