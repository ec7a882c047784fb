import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { everyCaller } from '../support/callers.ts'
import type { Client } from '../support/client.ts'
import { follow, listening } from '../support/live.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { decodeGlobalID } = await import('../../server/api/global-id.ts')
const { website, callers, newTicket } = await everyCaller(origin, rootKey)
const { owner, participant, agent, admin, fullKey } = callers

const draftOf = async (caller: Client, id: string) =>
  (await caller.ask('query ($id: ID!) { ticket(id: $id) { draft } }', { id })).ticket.draft
const save = async (caller: Client, ticketId: string, body: string, more = {}) =>
  (await caller.run('saveDraft', { ticketId, body, ...more }, 'ticket { draft }')).ticket.draft
const reply = (caller: Client, ticketId: string, body = 'Sent') =>
  caller.run('reply', { ticketId, body }, '__typename')
const rowsOf = (ticketId: string) => db.draft.findMany({ where: { ticketId: decodeGlobalID(ticketId).id } })

describe('a draft', () => {
  test('replaces the one before, and is null for none', async () => {
    const { id } = await newTicket()
    expect(await draftOf(owner, id)).toBeNull()
    expect(await save(owner, id, 'One\n')).toBe('One\n')
    expect(await save(owner, id, 'Two')).toBe('Two')
    expect(await draftOf(owner, id)).toBe('Two')
  })

  test.for(['', ' \n'])('is deleted by %j', async (body) => {
    const { id } = await newTicket()
    await save(owner, id, 'One')
    expect(await save(owner, id, body)).toBeNull()
    expect(await rowsOf(id)).toEqual([])
  })

  test('is not written again unchanged', async () => {
    const { id } = await newTicket()
    await save(agent, id, 'One')
    const before = await rowsOf(id)
    await save(agent, id, 'One')
    expect(await rowsOf(id)).toEqual(before)
  })

  test('is visible only to its author, however it is read', async () => {
    const { id, number } = await newTicket()
    const authors = { owner, participant, agent, admin }
    for (const [name, caller] of Object.entries(authors)) await save(caller, id, `by ${name}`)
    const query = `query ($id: ID!, $number: Int!) {
      ticket(id: $id) { draft }
      more: ticket(id: $id) { draft rating { score } }
      ticketByNumber(number: $number) { draft }
      node(id: $id) { ... on Ticket { draft } }
      tickets(first: 1) { edges { node { draft } } }
      message: ticket(id: $id) { lastMessage { ticket { draft } } }
    }`
    const readers = { ...authors, fullKey }
    for (const [name, caller] of Object.entries(readers)) {
      const draft = name === 'fullKey' ? null : `by ${name}`
      expect(await caller.ask(query, { id, number })).toEqual({
        ticket: { draft },
        more: { draft, rating: null },
        ticketByNumber: { draft },
        node: { draft },
        tickets: { edges: [{ node: { draft } }] },
        message: { lastMessage: { ticket: { draft } } },
      })
    }
  })

  test('is visible only to its author in what subscribers share', async () => {
    const { id } = await newTicket()
    await fullKey.run('addOperator', { name: 'Eve', email: 'eve@acme.com', role: 'AGENT' }, '__typename')
    const colleague = await website.operator('eve@acme.com')
    await save(agent, id, 'by agent')
    await save(colleague, id, 'by a colleague')
    const changed = 'subscription { ticketChanged { ticketId ticket { draft } } }'
    const added = `subscription { messageAdded(ticketId: "${id}") { ticket { draft } } }`
    const followers = [agent, colleague, fullKey].flatMap((caller) => [
      follow(caller, changed),
      follow(caller, added),
    ])
    await listening(origin, followers.length)
    await reply(owner, id)
    const seen = await Promise.all(
      followers.map(async (follower) => {
        const [{ ticketChanged: change, messageAdded: message }] = await follower.count(1)
        await follower.close()
        return (change ?? message).ticket.draft
      }),
    )
    expect(seen).toEqual(['by agent', 'by agent', 'by a colleague', 'by a colleague', null, null])
  })

  test('is no change of the ticket: it is not in events, searches or others’ updates', async () => {
    const { id } = await newTicket()
    const read = `query ($id: ID!) {
      ticket(id: $id) { updatedAt preview messageCount events(first: 50) { edges { node { id } } } }
      tickets(filter: { search: "zebra" }) { edges { node { id } } }
    }`
    await expect
      .poll(async () => (await admin.ask(read, { id })).ticket.events.edges.length)
      .toBeGreaterThan(1)
    const before = await admin.ask(read, { id })
    await save(owner, id, 'A zebra')
    expect(await admin.ask(read, { id })).toEqual(before)
    expect(before.tickets.edges).toEqual([])
  })

  test('is deleted by its author’s reply, and stays with anybody else’s', async () => {
    const { id } = await newTicket()
    for (const caller of [owner, participant, agent]) await save(caller, id, 'Not sent')
    await reply(agent, id)
    expect(await Promise.all([owner, participant, agent].map((caller) => draftOf(caller, id)))).toEqual([
      'Not sent',
      'Not sent',
      null,
    ])
    await reply(fullKey, id)
    await reply(participant, id)
    expect(await Promise.all([owner, participant].map((caller) => draftOf(caller, id)))).toEqual([
      'Not sent',
      null,
    ])
  })

  test('that was typed before its author’s reply does not come back', async () => {
    const { id } = await newTicket()
    await reply(agent, id)
    await reply(owner, id, 'Hello')
    expect(await save(owner, id, 'Hel', { messageCount: 2 })).toBeNull()
    expect(await save(owner, id, 'And', { messageCount: 3 })).toBe('And')
    await reply(agent, id)
    expect(await save(owner, id, 'And more', { messageCount: 3 })).toBe('And more')
  })

  test('does not come back if it arrives together with the reply', async () => {
    const { id } = await newTicket()
    for (let messageCount = 1; messageCount < 11; messageCount++) {
      const late = save(owner, id, `Draft ${messageCount}`, { messageCount })
      await Promise.all([late, reply(owner, id)])
      expect(await draftOf(owner, id)).toBeNull()
    }
  })

  test('with 20,000 characters is stored; a longer one is refused', async () => {
    const { id } = await newTicket()
    const body = '界'.repeat(20_000)
    expect(await save(owner, id, body)).toBe(body)
    expect(await owner.attempt('saveDraft', { ticketId: id, body: `${body}.` })).toMatchObject({
      __typename: 'InvalidInput',
      issues: [{ path: ['input', 'body'] }],
    })
    expect(await draftOf(owner, id)).toBe(body)
  })

  test.for(['ticket', 'customer'] as const)('is deleted with its %s', async (what) => {
    const { id } = await newTicket()
    const email = `${what}@example.com`
    await fullKey.run('addParticipant', { ticketId: id, email }, '__typename')
    await save(await website.customer(email), id, 'Not sent')
    const [row] = await rowsOf(id)
    if (what === 'ticket') await db.ticket.deleteMany({ where: { id: row?.ticketId ?? '' } })
    else await db.customer.deleteMany({ where: { id: row?.customerId ?? '' } })
    expect(await rowsOf(id)).toEqual([])
  })
})
