import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { outcome } from '../support/outcome.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const website = await createTestWebsite(origin, rootKey)
const { key } = website
const people: Record<string, Client> = {
  customer: await website.customer('jane@example.com'),
  participant: await website.customer('paul@example.com'),
  stranger: await website.customer('eve@example.com'),
  operator: await website.operator('olaf@acme.com'),
  key,
}

async function openTicket(status: string): Promise<string> {
  const input = { subject: 'Help', body: 'Please', customerEmail: 'jane@example.com' }
  const { ticket } = await key.run('openTicket', input, 'ticket { id number }')
  const { id: ticketId, number } = ticket
  const row = await db.ticket.findFirstOrThrow({ where: { websiteId: website.websiteId, number } })
  await db.participant.create({
    data: { ticketId: row.id, websiteId: row.websiteId, email: 'paul@example.com' },
  })
  await key.run('setTicketStatus', { ticketId, status }, 'ticket { id }')
  return ticketId
}

async function statusOf(ticketId: string): Promise<string> {
  return (await key.ask('query ($id: ID!) { ticket(id: $id) { status } }', { id: ticketId })).ticket.status
}

const done = 'SetTicketStatusPayload'

describe('setting the status', () => {
  test.each([
    ['customer', 'OPEN', done],
    ['customer', 'SOLVED', done],
    ['customer', 'PENDING', 'InvalidInput'],
    ['operator', 'OPEN', done],
    ['operator', 'PENDING', done],
    ['operator', 'SOLVED', done],
    ['key', 'OPEN', done],
    ['key', 'PENDING', done],
    ['key', 'SOLVED', done],
    ['participant', 'OPEN', 'FORBIDDEN'],
    ['participant', 'SOLVED', 'FORBIDDEN'],
    ['stranger', 'SOLVED', 'NotFound'],
  ])('by a %s to %s results in %s', async (person, status, expected) => {
    for (const before of ['OPEN', 'PENDING', 'SOLVED']) {
      const ticketId = await openTicket(before)
      expect(await outcome(people[person] as Client, 'setTicketStatus', { ticketId, status })).toBe(expected)
      expect(await statusOf(ticketId)).toBe(expected === done ? status : before)
    }
  })

  test('is no activity: the ticket keeps its place in the list', async () => {
    const ticketId = await openTicket('OPEN')
    const last = 'ticket { lastActivityAt messageCount }'
    const before = await key.run('markTicketRead', { ticketId, position: 1 }, last)
    const { ticket } = await key.run('setTicketStatus', { ticketId, status: 'SOLVED' }, last)
    expect(ticket).toEqual(before.ticket)
  })
})

describe('a reply', () => {
  test.each([
    ['customer', 'OPEN', 'TICKET_CENTER', 'Customer'],
    ['participant', 'OPEN', 'TICKET_CENTER', 'Customer'],
    ['operator', 'PENDING', 'CONSOLE', 'Operator'],
    ['key', 'PENDING', 'API', 'Integration'],
  ])('by a %s makes the ticket %s, whatever it was', async (person, status, via, __typename) => {
    for (const before of ['OPEN', 'PENDING', 'SOLVED']) {
      const ticketId = await openTicket(before)
      const { newMessage } = await (people[person] as Client).run(
        'reply',
        { ticketId, body: 'And?' },
        'newMessage { via author { __typename } ticket { status } }',
      )
      expect(newMessage).toEqual({ via, author: { __typename }, ticket: { status } })
    }
  })

  test('by a stranger is not found and changes nothing', async () => {
    const ticketId = await openTicket('SOLVED')
    expect(await outcome(people.stranger as Client, 'reply', { ticketId, body: 'Hi' })).toBe('NotFound')
    expect(await statusOf(ticketId)).toBe('SOLVED')
  })
})

describe('a new ticket', () => {
  test.each([
    ['customer', {}, 'OPEN'],
    ['operator', { customerEmail: 'jane@example.com' }, 'PENDING'],
    ['key', { customerEmail: 'jane@example.com' }, 'PENDING'],
  ])('by a %s %o is %s', async (person, more, status) => {
    const input = { subject: 'Help', body: 'Please', ...more }
    const { ticket } = await (people[person] as Client).run('openTicket', input, 'ticket { status }')
    expect(ticket.status).toBe(status)
  })
})
