import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { key, ...website } = await createTestWebsite(origin, rootKey)
const jane = await website.customer('jane@example.com')

async function newTicket(status = 'SOLVED'): Promise<string> {
  const { ticket } = await jane.run('openTicket', { subject: 'Help', body: 'Please' }, 'ticket { id }')
  await key.run('setTicketStatus', { ticketId: ticket.id, status }, '__typename')
  return ticket.id
}

const rating = 'rating { score comment }'
const ratingOf = async (caller: Client, id: string) =>
  (await caller.ask(`query ($id: ID!) { ticket(id: $id) { ${rating} } }`, { id })).ticket.rating
const rate = async (ticketId: string, score: string, more = {}) =>
  (await jane.run('rateTicket', { ticketId, score, ...more }, `ticket { ${rating} }`)).ticket.rating

describe('a solved ticket', () => {
  test('has no rating until its customer gives one, which the team sees', async () => {
    const ticketId = await newTicket()
    expect(await ratingOf(key, ticketId)).toBeNull()
    expect(await rate(ticketId, 'GOOD')).toEqual({ score: 'GOOD', comment: null })
    expect(await ratingOf(key, ticketId)).toEqual({ score: 'GOOD', comment: null })
  })

  test('keeps only the last rating, even when it is reopened', async () => {
    const ticketId = await newTicket()
    await rate(ticketId, 'GOOD', { comment: 'Fast' })
    await rate(ticketId, 'BAD', { comment: 'It broke again' })
    await jane.run('reply', { ticketId, body: 'It broke again' }, '__typename')
    expect(await ratingOf(jane, ticketId)).toEqual({ score: 'BAD', comment: 'It broke again' })
  })

  test('records each change of its rating once, with its customer', async () => {
    const ticketId = await newTicket()
    for (const score of ['GOOD', 'GOOD', 'BAD']) await rate(ticketId, score)
    const query = `query ($id: ID!) { ticket(id: $id) { events(first: 50) { edges { node {
      ... on TicketRated { score actor { ... on Customer { email } } }
    } } } } }`
    const scores = async () => {
      const { edges } = (await key.ask(query, { id: ticketId })).ticket.events
      return edges.map(({ node }: { node: object }) => node).filter((node: object) => 'score' in node)
    }
    await expect
      .poll(scores)
      .toEqual(['GOOD', 'BAD'].map((score) => ({ score, actor: { email: 'jane@example.com' } })))
  })

  test.for(['', ' \n', 'x'.repeat(1_001), '\0'])('cannot be rated with the comment %j', async (comment) => {
    const ticketId = await newTicket()
    const given = { ticketId, score: 'GOOD', comment }
    expect(await jane.attempt('rateTicket', given, '__typename')).toMatchObject({
      __typename: 'InvalidInput',
      issues: [{ path: ['input', 'comment'] }],
    })
    expect(await ratingOf(key, ticketId)).toBeNull()
  })
})

test.for(['OPEN', 'PENDING'])('a ticket that is %s cannot be rated', async (status) => {
  const ticketId = await newTicket(status)
  expect(await jane.attempt('rateTicket', { ticketId, score: 'GOOD' }, '__typename')).toEqual({
    __typename: 'InvalidInput',
    message: expect.any(String),
    issues: [{ path: ['input', 'ticketId'], message: 'Only solved tickets can be rated' }],
  })
  expect(await ratingOf(key, ticketId)).toBeNull()
})
