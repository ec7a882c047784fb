import { afterEach, describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient, type Client } from '../support/client.ts'
import { follow, listening, messageAdded } from '../support/live.ts'
import { createTestWebsite, dashboard } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { contextFor } = await import('../../server/api/context.ts')
const { liveStream } = await import('../../server/subscriptions/live-stream.ts')
const website = await createTestWebsite(origin, rootKey)
const jane = await website.customer('jane@example.com')

const positions = (items: { messageAdded: { position: number } }[]) =>
  items.map((item) => item.messageAdded.position)
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

/** A ticket of Jane's with `messages` messages. */
async function openTicket(messages = 1): Promise<string> {
  const { ticket } = await website.key.run(
    'openTicket',
    { subject: 'Help', body: '1', customerEmail: 'jane@example.com' },
    'ticket { id }',
  )
  await post(ticket.id, messages - 1)
  return ticket.id
}

async function post(ticketId: string, count: number) {
  for (let sent = 0; sent < count; sent++) {
    await website.key.run('reply', { ticketId, body: 'More' }, 'newMessage { id }')
  }
}

function followTicket(client: Client, ticketId: string, after?: number) {
  return follow(client, messageAdded, { ticketId, after })
}

afterEach(() => listening(origin, 0))

describe('messageAdded', () => {
  test('sends the messages above the cursor, then new ones, in order and without repeats', async () => {
    const ticketId = await openTicket(60)
    const follower = followTicket(jane, ticketId, 3)
    await follower.count(57)
    await post(ticketId, 3)
    expect(positions(await follower.count(60))).toEqual(upTo(63).slice(3))
    await follower.close()
  })

  test('without a cursor sends only new messages', async () => {
    const ticketId = await openTicket(4)
    const follower = followTicket(jane, ticketId)
    await listening(origin, 1)
    await post(ticketId, 2)
    expect(positions(await follower.count(2))).toEqual([5, 6])
    await follower.close()
  })

  test('misses and repeats nothing when it switches from catching up to live', async () => {
    for (let round = 0; round < 12; round++) {
      const ticketId = await openTicket(2)
      const posting = post(ticketId, round)
      const follower = followTicket(jane, ticketId, 0)
      // The first item is in flight while the next messages are written.
      await follower.count(1)
      await Promise.all([posting, post(ticketId, 4), post(ticketId, 4)])
      expect(positions(await follower.count(10 + round))).toEqual(upTo(10 + round))
      await follower.close()
    }
  })

  test('misses and repeats nothing after a dropped connection', async () => {
    const ticketId = await openTicket()
    const follower = followTicket(jane, ticketId, 0)
    await follower.count(1)
    ;(await follower.connected).terminate()
    await follower.ended
    await post(ticketId, 20)
    const again = followTicket(jane, ticketId, positions(follower.items).at(-1))
    expect(positions(await again.count(20))).toEqual(upTo(21).slice(1))
    await again.close()
  })

  test('ends when a waiting reader unsubscribes, for any kind of caller', async () => {
    const ticketId = await openTicket()
    const [session, operatorSession] = [
      await website.openSession('jane@example.com'),
      await website.openOperatorSession('ada@acme.com'),
    ]
    for (const token of [session.token, operatorSession.token, website.apiKey]) {
      const follower = followTicket(apiClient(origin, token), ticketId)
      await listening(origin, 1)
      // Once these are answered, the stream has found nothing to read and waits.
      await jane.ask('{ ticket(id: $id) { number } }'.replace('$id', JSON.stringify(ticketId)))
      await follower.close()
      await listening(origin, 0)
      expect(await looksOfReader(token), 'looks of one that nobody woke').toBe(1)
    }
  })
})

/** How often a stream checks before it ends, if its reader leaves while it waits. */
async function looksOfReader(token: string): Promise<number> {
  const context = await contextFor({
    authorization: `Bearer ${token}`,
    origin: dashboard,
    address: '127.0.0.1',
  })
  const looked = Promise.withResolvers<void>()
  let looks = 0
  const stream = liveStream(context, 'nothing', async () => {
    looked.resolve()
    looks++
    return { items: [] }
  })
  const reader = stream[Symbol.asyncIterator]()
  const end = reader.next()
  await looked.promise
  await Promise.all([reader.return?.(), end])
  return looks
}
