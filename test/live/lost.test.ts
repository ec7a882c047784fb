import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { follow, listening, messageAdded, ticketChanged } from '../support/live.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startOwnApp()
const { db } = await import('../../server/database/db.ts')
const website = await createTestWebsite(origin, rootKey)
const { key, websiteId } = website
const jane = await website.customer('jane@example.com')

async function open(): Promise<{ ticketId: string; id: string }> {
  const { ticket } = await jane.run('openTicket', { subject: 'Help', body: '1' }, 'ticket { id }')
  return { ticketId: ticket.id, id: Buffer.from(ticket.id, 'base64url').toString().replace('Ticket:', '') }
}

afterEach(() => listening(origin, 0))

describe('a lost wake-up', () => {
  test('is recovered for subscribers to tickets within seconds', async () => {
    const { id } = await open()
    const followers = [follow(key, ticketChanged), follow(jane, ticketChanged)]
    await listening(origin, 2)
    // Another process's clock may be ahead.
    const updatedAt = new Date(Date.now() + 10_000)
    await db.ticket.update({ where: { id }, data: { status: 'SOLVED', updatedAt } })
    const changedTo = (status: string) =>
      Promise.all(
        followers.map((follower) =>
          follower.until((items) => items.at(-1)?.ticketChanged.ticket.status === status),
        ),
      )
    await changedTo('SOLVED')
    // The next one is lost, too, before anything else has woken them.
    await db.ticket.update({ where: { id }, data: { status: 'PENDING', updatedAt: new Date() } })
    await changedTo('PENDING')
    for (const follower of followers) await follower.close()
  })

  test('is recovered even right after one that arrived', async () => {
    const { ticketId, id } = await open()
    const followers = [
      follow(key, ticketChanged),
      follow(jane, 'subscription { websiteChanged { name } }'),
    ] as const
    await listening(origin, 2)
    await key.run('setTicketStatus', { ticketId, status: 'SOLVED' }, '__typename')
    await followers[0].until((items) => items.at(-1)?.ticketChanged.ticket.status === 'SOLVED')
    await db.ticket.update({ where: { id }, data: { status: 'PENDING' } })
    await followers[0].until((items) => items.at(-1)?.ticketChanged.ticket.status === 'PENDING')
    await key.run('updateWebsite', { name: 'First' }, '__typename')
    await followers[1].until((items) => items.at(-1)?.websiteChanged.name === 'First')
    await db.website.update({ where: { id: websiteId }, data: { name: 'Second' } })
    await db.auditEvent.create({
      data: { websiteId, actorKind: 'ROOT', action: 'updateWebsite', details: {} },
    })
    await followers[1].until((items) => items.at(-1)?.websiteChanged.name === 'Second')
    for (const follower of followers) await follower.close()
  })

  test('is recovered for subscribers to a conversation, even right after one that arrived', async () => {
    const { ticketId, id } = await open()
    const follower = follow(key, messageAdded, { ticketId })
    await listening(origin, 1)
    await jane.run('reply', { ticketId, body: '2' }, '__typename')
    await follower.count(1)
    const message = await db.message.findFirstOrThrow({ where: { ticketId: id, position: 2 } })
    await db.$transaction([
      db.message.create({ data: { ...message, id: randomUUID(), position: 3, body: '3' } }),
      db.ticket.update({ where: { id }, data: { messageCount: 3 } }),
    ])
    await follower.count(2)
    expect(follower.items.map((item) => item.messageAdded.body)).toEqual(['2', '3'])
    await follower.close()
  })

  test('is recovered for subscribers to the website within seconds', async () => {
    const follower = follow(jane, 'subscription { websiteChanged { name } }')
    await listening(origin, 1)
    await db.website.update({ where: { id: websiteId }, data: { name: 'New name' } })
    await db.auditEvent.create({
      data: { websiteId, actorKind: 'ROOT', action: 'updateWebsite', details: {} },
    })
    await follower.until((items) => items.at(-1)?.websiteChanged.name === 'New name')
    await follower.close()
  })

  test('is recovered for subscribers to the log within seconds', async () => {
    const { ticketId } = await open()
    const follower = follow(key, 'subscription { eventAdded { ticket { id } } }')
    await listening(origin, 1)
    const { id, sequence, position, ...event } = await db.ticketEvent.findFirstOrThrow({
      where: { type: 'MESSAGE_POSTED' },
      orderBy: { position: 'desc' },
    })
    await db.ticketEvent.create({
      data: { ...event, createdAt: new Date(), data: event.data as object, position: Number(position) + 1 },
    })
    await follower.until((items) => items.some((item) => item.eventAdded.ticket.id === ticketId))
    await follower.close()
  })
})
