import { afterEach, describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { type Follower, follow, listening, ticketChanged } from '../support/live.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { contextFor } = await import('../../server/api/context.ts')
const { config } = await import('../../server/config/config.ts')
const { startTurn, turnLimits } = await import('../../server/cost/turns.ts')
const { db } = await import('../../server/database/db.ts')
const { closeWatch } = await import('../../server/events/watch.ts')
const { publish } = await import('../../server/wakeups/publish.ts')
const { topics } = await import('../../server/wakeups/wake.ts')
// Without the periodic check, anything received is due to a wake-up.
closeWatch()
const website = await createTestWebsite(origin, rootKey)
const { websiteId, key } = website
await db.website.update({ where: { id: websiteId }, data: { participantsEnabled: true } })
const other = await createTestWebsite(origin, rootKey)
const owner = await website.customer('jane@example.com')
const input = { subject: 'Help', body: 'Please', customerEmail: 'jane@example.com' }
const globalId = (typename: string, id: string) => Buffer.from(`${typename}:${id}`).toString('base64url')

const changes = (follower: Follower) => follower.items.map((item) => item.ticketChanged)

async function openTicket(participants: string[] = []): Promise<string> {
  return (await key.run('openTicket', { ...input, participants }, 'ticket { id }')).ticket.id
}

afterEach(() => listening(origin, 0))

describe('ticketChanged', () => {
  test('only notifies the team, the customer and the participants', async () => {
    const ticketId = await openTicket(['paul@example.com'])
    const notified: Record<string, Follower> = {
      operator: follow(await website.operator(), ticketChanged),
      key: follow(key, ticketChanged),
      owner: follow(owner, ticketChanged),
      participant: follow(await website.customer('paul@example.com'), ticketChanged),
    }
    const others: Record<string, Follower> = {
      customer: follow(await website.customer('eve@example.com'), ticketChanged),
      namesake: follow(await other.customer('jane@example.com'), ticketChanged),
      competitor: follow(await other.operator(), ticketChanged),
      otherKey: follow(other.key, ticketChanged),
    }
    await listening(origin, 8)
    await owner.run('reply', { ticketId, body: 'More' }, 'newMessage { id }')
    const seen = await Promise.all(Object.values(notified).map((follower) => follower.count(1)))
    const unread = seen.map(([item]) => item.ticketChanged.ticket.unreadCount)
    expect(seen.map(([item]) => item.ticketChanged.ticketId)).toEqual(Array(4).fill(ticketId))
    expect(unread, 'to each their own').toEqual([1, 1, 0, 2])
    // The others' next event is their own: nothing came before it.
    const own = await other.key.run('openTicket', input, 'ticket { id }')
    const eve = { ...input, customerEmail: 'eve@example.com' }
    const eves = await key.run('openTicket', eve, 'ticket { id }')
    await Promise.all(Object.values(others).map((follower) => follower.count(1)))
    for (const [name, follower] of Object.entries(others)) {
      const { id } = (name === 'customer' ? eves : own).ticket
      expect(changes(follower), name).toEqual([expect.objectContaining({ ticketId: id })])
    }
    await Promise.all(
      [...Object.values(notified), ...Object.values(others)].map((follower) => follower.close()),
    )
  })

  test('reports every change of a ticket', async () => {
    const operators = await key.ask('{ website { operators { id } } }')
    const { id } = await db.category.create({ data: { websiteId, name: 'Billing', position: 1 } })
    const follower = follow(owner, ticketChanged)
    await listening(origin, 1)
    const ticketId = await openTicket()
    await follower.count(1)
    const mutations: [string, Record<string, unknown>][] = [
      ['reply', { body: 'More' }],
      ['setTicketStatus', { status: 'SOLVED' }],
      ['markTicketRead', { position: 1_000 }],
      ['assignTicket', { operatorId: operators.website.operators[0].id }],
      ['setTicketCategory', { categoryId: globalId('Category', id) }],
      ['addParticipant', { email: 'paul@example.com' }],
      ['removeParticipant', { email: 'paul@example.com' }],
    ]
    for (const [mutation, more] of mutations) {
      const { length } = follower.items
      // Something unread by the owner.
      await key.run('reply', { ticketId, body: 'Unread' }, 'newMessage { id }')
      await follower.count(length + 1)
      await (mutation === 'markTicketRead' ? owner : key).run(
        mutation,
        { ticketId, ...more },
        'ticket { id }',
      )
      await follower.count(length + 2)
      expect(changes(follower).at(-1), mutation).toMatchObject({ ticketId })
    }
    await follower.close()
  })

  test('notifies a new participant, and the reader’s other window of the unread count', async () => {
    const ticketId = await openTicket()
    const paul = follow(await website.customer('paul@example.com'), ticketChanged)
    const window = follow(owner, ticketChanged)
    await listening(origin, 2)
    await key.run('addParticipant', { ticketId, email: 'paul@example.com' }, 'ticket { id }')
    expect((await paul.count(1))[0].ticketChanged).toMatchObject({ ticketId, ticket: { messageCount: 1 } })
    await owner.run('markTicketRead', { ticketId, position: 1 }, 'ticket { id }')
    await window.until((items) => items.at(-1)?.ticketChanged.ticket.unreadCount === 0)
    await paul.close()
    await window.close()
  })

  test('loses no change without an event that arrives before its first read', async () => {
    const ticketId = await openTicket()
    await key.run('reply', { ticketId, body: 'Unread' }, 'newMessage { id }')
    // As on a busy server: all turns are taken by others of the caller.
    const context = await contextFor({ authorization: `Bearer ${owner.token}`, origin: null, address: '::1' })
    const atOnce = turnLimits.customer.atOnce / (config.databaseUrl ? 1 : 2)
    const turns = await Promise.all(Array.from({ length: atOnce }, () => startTurn('event', context)))
    const follower = follow(owner, ticketChanged)
    await listening(origin, 1)
    await owner.run('markTicketRead', { ticketId, position: 2 }, 'ticket { id }')
    for (const end of turns) end()
    const [first] = await follower.count(1)
    expect(first.ticketChanged).toMatchObject({ ticketId, ticket: { unreadCount: 0 } })
    await follower.close()
  })

  test('loses no change that arrives while another is being sent', async () => {
    const follower = follow(owner, ticketChanged)
    await listening(origin, 1)
    const opened: string[] = []
    for (let round = 0; round < 20; round++) {
      opened.push(...(await Promise.all([openTicket(), openTicket(), openTicket()])))
      await follower.until(() =>
        opened.every((id) => changes(follower).some(({ ticketId }) => ticketId === id)),
      )
    }
    await follower.close()
  })

  test('sends nothing for a change that was rolled back', async () => {
    const ticketId = await openTicket()
    const follower = follow(owner, ticketChanged)
    await listening(origin, 1)
    const categoryId = globalId('Category', '0193a2b0-7c1e-7d3a-9f00-64656d6f0001')
    await owner.attempt('openTicket', { subject: 'A', body: 'B', categoryId })
    await key.attempt('setTicketCategory', { ticketId, categoryId })
    await key.run('reply', { ticketId, body: 'After' }, 'newMessage { id }')
    await follower.count(1)
    expect(changes(follower)).toEqual([expect.objectContaining({ ticketId, ticket: expect.anything() })])
    await follower.close()
  })
})

describe('websiteChanged', () => {
  test('only notifies those of the website', async () => {
    const query = 'subscription { websiteChanged { name } }'
    const members = [owner, await website.operator(), key].map((client) => follow(client, query))
    const stranger = follow(other.key, query)
    await listening(origin, 4)
    await db.website.update({ where: { id: websiteId }, data: { name: 'New name' } })
    publish({ topics: [topics.website(websiteId)] })
    for (const member of members) {
      expect(await member.count(1)).toEqual([{ websiteChanged: { name: 'New name' } }])
    }
    publish({ topics: [topics.website(other.websiteId)] })
    expect(await stranger.count(1)).toEqual([{ websiteChanged: { name: 'Acme' } }])
    await Promise.all([...members, stranger].map((follower) => follower.close()))
  })
})
