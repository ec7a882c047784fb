import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { createTestWebsite } from '../support/website.ts'
import { importAndRead } from './import-and-read.ts'
import { imported, oldMessage, oldTicket } from './ticket.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const website = await createTestWebsite(origin, rootKey)
const { key, websiteId } = website

const importOne = (more: object = {}, caller = key) => importAndRead(key, oldTicket(more), caller)

describe('an imported ticket', () => {
  test('has the times, authors and status of the other system', async () => {
    const ticket = await importOne()
    expect(ticket).toMatchObject({
      subject: 'Printer',
      status: 'SOLVED',
      createdAt: '2023-05-01T10:00:00.000Z',
      lastActivityAt: '2023-05-01T11:00:00.000Z',
      solvedAt: '2023-05-01T11:00:00.000Z',
      unreadCount: 0,
      messageCount: 2,
      preview: 'Use water',
      customer: { email: 'jane@example.com', nickname: 'Jane', createdAt: '2023-05-01T10:00:00.000Z' },
      messages: [
        {
          position: 1,
          body: 'It is on fire',
          via: 'API',
          createdAt: '2023-05-01T10:00:00.000Z',
          author: { __typename: 'Customer', name: 'Jane' },
        },
        {
          position: 2,
          bodyHtml: '<p>Use <strong>water</strong></p>',
          createdAt: '2023-05-01T11:00:00.000Z',
          author: { __typename: 'Operator', name: 'Ada' },
        },
      ],
    })
  })

  test('was solved when the import says so', async () => {
    expect(await importOne({ solvedAt: '2023-06-01T00:00:00.000Z' })).toMatchObject({
      solvedAt: '2023-06-01T00:00:00.000Z',
      lastActivityAt: '2023-05-01T11:00:00.000Z',
    })
  })

  test('has its messages in the order of their times, those with the same time as they were given', async () => {
    const [first, then] = ['2023-05-01T10:00:00.000Z', '2023-05-01T11:00:00.000Z']
    const { messages } = await importOne({
      messages: [oldMessage('c', then), oldMessage('a', first), oldMessage('b', first)],
    })
    expect(messages.map(({ body, position }: { body: string; position: number }) => body + position)).toEqual(
      ['a1', 'b2', 'c3'],
    )
  })

  test('shows authors without an account by name, each as somebody else', async () => {
    const at = '2023-05-01T10:00:00.000Z'
    const authors = [
      { kind: 'OTHER', name: 'Supplier' },
      { kind: 'OPERATOR', email: 'former@acme.com', name: 'Fiona' },
      { kind: 'OTHER', name: 'Supplier' },
      { kind: 'OTHER' },
      { kind: 'CUSTOMER', email: 'Joe@Example.com', name: 'Joe' },
    ]
    const ticket = { messages: authors.map((author) => oldMessage('Hello', at, author)) }
    const messages: { author: { __typename: string; id?: string; name: string } }[] = (
      await importOne(ticket)
    ).messages
    expect(messages.map(({ author }) => `${author.__typename} ${author.name}`)).toEqual([
      'Integration Supplier',
      'Integration Fiona',
      'Integration Supplier',
      'Integration Acme',
      'Customer Joe',
    ])
    const ids = messages.slice(0, 4).map(({ author }) => author.id)
    expect(ids[0]).toBe(ids[2])
    expect(new Set(ids).size).toBe(3)
  })

  test('reads the same in a planned list and by single fields', async () => {
    const { number } = await importOne({
      messages: [oldMessage('Hello', '2023-05-01T10:00:00.000Z', { kind: 'OTHER', name: 'Supplier' })],
    })
    const { ticketByNumber } = await key.ask(
      `query ($number: Int!) { ticketByNumber(number: $number) { id lastMessage { author { ... on Integration { id name } } } } }`,
      { number },
    )
    const { ticket } = await key.ask(
      `query ($id: ID!) { ticket(id: $id) { messages(first: 1) { edges { node { author { ... on Integration { id name } } } } } } }`,
      { id: ticketByNumber.id },
    )
    expect(ticketByNumber.lastMessage.author).toMatchObject({ name: 'Supplier' })
    expect(ticket.messages.edges[0].node.author).toEqual(ticketByNumber.lastMessage.author)
  })

  test('is unread for the team only while it is open, up to what the team wrote', async () => {
    const [one, two, three] = ['2023-05-01T10:00:00Z', '2023-05-01T11:00:00Z', '2023-05-01T12:00:00Z']
    const messages = [
      oldMessage('a', one),
      oldMessage('b', two, { kind: 'OTHER', name: 'Fiona' }),
      oldMessage('c', three),
    ]
    const unread = async (status: string, caller: Client) =>
      (await importOne({ status, messages }, caller)).unreadCount
    const operator = await website.operator()
    expect([await unread('OPEN', operator), await unread('OPEN', key)]).toEqual([1, 3])
    expect([await unread('PENDING', operator), await unread('PENDING', key)]).toEqual([0, 0])
    expect([await unread('SOLVED', operator), await unread('SOLVED', key)]).toEqual([0, 0])
  })

  test('is read for its customer and participants, who see it', async () => {
    await db.website.update({ where: { id: websiteId }, data: { participantsEnabled: true } })
    const customer = { email: 'Kim@example.com' }
    for (const email of ['kim@example.com', 'pat@example.com']) {
      const caller = await website.customer(email)
      const ticket = { status: 'OPEN', customer, participants: ['Pat@example.com'] }
      expect(await importOne(ticket, caller)).toMatchObject({ unreadCount: 0, messageCount: 2 })
    }
  })

  test('has its category and assignee if they exist, and otherwise at least the name of the category', async () => {
    const { category } = await key.run('createCategory', { name: 'Billing' }, 'category { id name }')
    expect(await importOne({ categoryName: 'billing', assigneeEmail: 'Olaf@acme.com' })).toMatchObject({
      category: { name: category.name },
      categoryName: 'Billing',
      assignee: { email: 'olaf@acme.com' },
    })
    const input = { tickets: [oldTicket({ categoryName: 'Returns', assigneeEmail: 'former@acme.com' })] }
    const [result] = (await key.run('importTickets', input, imported)).imported
    expect(result).toMatchObject({
      created: true,
      issues: [{ path: ['input', 'tickets', '0', 'assigneeEmail'] }],
    })
    const { ticket } = await key.ask(
      'query ($id: ID!) { ticket(id: $id) { categoryName category { id } assignee { id } } }',
      { id: result.ticket.id },
    )
    expect(ticket).toEqual({ categoryName: 'Returns', category: null, assignee: null })
  })

  test('has a history of events, and is among the tickets that were updated since', async () => {
    const before = new Date()
    const { number } = await importOne()
    const { ticketByNumber, tickets } = await key.ask(
      `query ($number: Int!, $before: DateTime!) {
        ticketByNumber(number: $number) { events(first: 9) { edges { node { __typename createdAt } } } }
        tickets(filter: { updatedAfter: $before }) { edges { node { number } } }
      }`,
      { number, before },
    )
    expect(
      ticketByNumber.events.edges.map(({ node }: { node: object }) => Object.values(node).join(' ')),
    ).toEqual([
      'TicketOpened 2023-05-01T10:00:00.000Z',
      'MessagePosted 2023-05-01T10:00:00.000Z',
      'MessagePosted 2023-05-01T11:00:00.000Z',
      'StatusChanged 2023-05-01T11:00:00.000Z',
      'StatusChanged 2023-05-01T11:00:00.000Z',
    ])
    expect(tickets.edges).toContainEqual({ node: { number } })
  })
})
