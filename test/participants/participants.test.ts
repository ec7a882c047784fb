import { beforeEach, describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { outcome } from '../support/outcome.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { forgetWebsiteAccess } = await import('../../server/identity/website.ts')
const website = await createTestWebsite(origin, rootKey)
const { key, websiteId } = website
const owner = await website.customer('jane@example.com')
const paul = await website.customer('paul@example.com')
const input = { subject: 'Help', body: 'Please' }
const payload = 'ticket { id participants { email } }'

/** Like an administrator's change, which this process sees at once. */
async function allowParticipants(participantsEnabled: boolean) {
  await db.website.update({ where: { id: websiteId }, data: { participantsEnabled } })
  forgetWebsiteAccess(websiteId)
}

interface Shown {
  id: string
  participants: { email: string }[]
}
const emails = ({ participants }: Shown) => participants.map(({ email }) => email).sort()

async function open(caller: Client, more = {}): Promise<Shown> {
  return (await caller.run('openTicket', { ...input, ...more }, payload)).ticket
}

const addresses = (count: number) => Array.from({ length: count }, (_, index) => `p${index}@example.com`)

beforeEach(() => allowParticipants(true))

describe('participants of a new ticket', () => {
  test('are ignored if the website has them turned off', async () => {
    await allowParticipants(false)
    expect(emails(await open(owner, { participants: ['paul@example.com'] }))).toEqual([])
    const framed = await website.customer('jane@example.com', { participants: ['paul@example.com'] })
    expect(emails(await open(framed))).toEqual([])
  })

  test('from a session are ignored once the website has turned them off', async () => {
    const framed = await website.customer('jane@example.com', { participants: ['paul@example.com'] })
    await allowParticipants(false)
    expect(emails(await open(framed))).toEqual([])
  })

  test('are those of the page and the input, unique, in lower case, without the customer', async () => {
    const participants = ['Paul@Example.com', 'jane@example.com', 'not an address', ' mary@example.com ']
    const framed = await website.customer('jane@example.com', { participants })
    const more = { participants: ['PAUL@example.com', 'JANE@example.com', 'olga@example.com'] }
    expect(emails(await open(framed, more))).toEqual([
      'mary@example.com',
      'olga@example.com',
      'paul@example.com',
    ])
    expect(emails(await open(key, { ...more, customerEmail: 'Jane@example.com' }))).toEqual([
      'olga@example.com',
      'paul@example.com',
    ])
  })

  test('are reported if they are ignored, even those that the page passed for the session', async () => {
    const framed = await website.customer('jane@example.com', {
      participants: ['Ann Lee <ann@example.com>; paul+a@example.com', 'nobody', 'jane@example.com'],
    })
    const { ticket, ignoredParticipants } = await framed.run(
      'openTicket',
      { ...input, participants: ['JANE@example.com', 'eve@example.com'] },
      `${payload} ignoredParticipants`,
    )
    expect(emails(ticket)).toEqual(['ann@example.com', 'eve@example.com', 'paul+a@example.com'])
    expect(ignoredParticipants).toEqual(['nobody', 'jane@example.com', 'JANE@example.com'])
  })

  test('are limited to ten', async () => {
    const framed = await website.customer('jane@example.com', { participants: addresses(30) })
    expect(emails(await open(framed, { participants: ['q@example.com'] }))).toHaveLength(10)
    expect(emails(await open(owner, { participants: addresses(10) }))).toHaveLength(10)
    expect(await outcome(owner, 'openTicket', { ...input, participants: addresses(11) })).toBe('InvalidInput')
  })
})

describe('adding a participant', () => {
  test('is an invalid input if the website has them turned off', async () => {
    const { id: ticketId } = await open(owner)
    await allowParticipants(false)
    const result = await owner.attempt('addParticipant', { ticketId, email: 'paul@example.com' })
    expect(result).toMatchObject({ __typename: 'InvalidInput', issues: [{ path: ['input', 'email'] }] })
  })

  test('happens once, however often and in whatever spelling', async () => {
    const { id: ticketId } = await open(owner)
    for (const email of ['paul@example.com', ' PAUL@example.com']) {
      const { ticket } = await owner.run('addParticipant', { ticketId, email }, payload)
      expect(emails(ticket)).toEqual(['paul@example.com'])
    }
  })

  test('works for a key that reads nothing else of the website', async () => {
    const { id: ticketId } = await open(owner)
    forgetWebsiteAccess(websiteId)
    const { ticket } = await key.run('addParticipant', { ticketId, email: 'paul@example.com' }, payload)
    expect(emails(ticket)).toEqual(['paul@example.com'])
  })

  test('is limited to ten, however many are added at once', async () => {
    const { id: ticketId } = await open(owner)
    const outcomes = await Promise.all(
      addresses(20).map((email) => outcome(key, 'addParticipant', { ticketId, email })),
    )
    expect(outcomes.filter((name) => name === 'AddParticipantPayload')).toHaveLength(10)
    expect(outcomes.filter((name) => name === 'LimitReached')).toHaveLength(10)
    expect(await owner.attempt('addParticipant', { ticketId, email: 'x@example.com' })).toMatchObject({
      __typename: 'LimitReached',
    })
  })

  test('is refused for the customer’s own address', async () => {
    const { id: ticketId } = await open(owner)
    expect(await outcome(key, 'addParticipant', { ticketId, email: 'Jane@example.com' })).toBe('InvalidInput')
  })
})

describe('a participant', () => {
  let ticketId = ''

  beforeEach(async () => {
    ticketId = (await open(owner, { participants: ['paul@example.com', 'mary@example.com'] })).id
  })

  test('sees the ticket in the list, reads and replies', async () => {
    const { tickets } = await paul.ask('{ tickets(first: 1) { edges { node { id lastMessage { body } } } } }')
    expect(tickets.edges[0].node).toEqual({ id: ticketId, lastMessage: { body: 'Please' } })
    const { newMessage } = await paul.run(
      'reply',
      { ticketId, body: 'Me too' },
      'newMessage { author { __typename ... on Customer { email } } }',
    )
    expect(newMessage.author).toEqual({ __typename: 'Customer', email: 'paul@example.com' })
  })

  test.each([
    ['setTicketStatus', { status: 'SOLVED' }],
    ['addParticipant', { email: 'eve@example.com' }],
    ['removeParticipant', { email: 'mary@example.com' }],
  ])('may not do this: %s %o', async (mutation, more) => {
    expect(await outcome(paul, mutation, { ticketId, ...more })).toBe('FORBIDDEN')
    const { ticket } = await owner.ask(
      'query ($id: ID!) { ticket(id: $id) { status participants { email } } }',
      {
        id: ticketId,
      },
    )
    expect(ticket.status).toBe('OPEN')
    expect(emails(ticket)).toEqual(['mary@example.com', 'paul@example.com'])
  })

  test('can leave, and gets null for the ticket', async () => {
    const left = await paul.run('removeParticipant', { ticketId, email: 'PAUL@example.com' }, payload)
    expect(left.ticket).toBeNull()
    expect(await outcome(paul, 'removeParticipant', { ticketId, email: 'paul@example.com' })).toBe('NotFound')
  })

  test('can be removed by the customer, an operator or a key; nobody else is found', async () => {
    const removed = await owner.run('removeParticipant', { ticketId, email: 'mary@example.com' }, payload)
    expect(emails(removed.ticket)).toEqual(['paul@example.com'])
    expect(await outcome(owner, 'removeParticipant', { ticketId, email: 'mary@example.com' })).toBe(
      'NotFound',
    )
    const operator = await website.operator('olaf@acme.com')
    expect(await outcome(operator, 'removeParticipant', { ticketId, email: 'paul@example.com' })).toBe(
      'RemoveParticipantPayload',
    )
    expect(await outcome(owner, 'removeParticipant', { ticketId, email: 'jane@example.com' })).toBe(
      'NotFound',
    )
  })
})
