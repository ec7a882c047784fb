import { afterEach, expect, test, vi } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { type Follower, follow, listening, messageAdded } from '../support/live.ts'
import { statements } from '../support/statements.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startOwnApp()
const website = await createTestWebsite(origin, rootKey)
const { key } = website
// A customer may have ten sockets.
const readers = 9

const open: Follower[] = []
const read: typeof follow = (...given) => {
  const follower = follow(...given)
  open.push(follower)
  return follower
}

afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all(open.splice(0).map((follower) => follower.close()))
  await listening(origin, 0)
})

const openTicket = async (): Promise<string> => {
  const input = { subject: 'Help', body: '1', customerEmail: 'jane@example.com' }
  return (await key.run('openTicket', input, 'ticket { id }')).ticket.id
}
const reply = (ticketId: string, body: string) => key.run('reply', { ticketId, body }, '__typename')

test('a message is read once for all its readers with the same rights', async () => {
  const ticketId = await openTicket()
  const callers = [key, await website.operator(), await website.customer('jane@example.com')]
  const followers = callers.flatMap((caller) =>
    Array.from({ length: readers }, () => read(caller, messageAdded, { ticketId })),
  )
  await listening(origin, followers.length)
  const sent = statements()
  await reply(ticketId, 'To everybody')
  for (const follower of followers) {
    const [item] = await follower.count(1)
    expect(item.messageAdded).toEqual({ position: 2, body: 'To everybody' })
  }
  const reads = sent().filter(({ text }) => /FROM "Message" WHERE "ticketId" = .*"position" > /s.test(text))
  expect(reads.length).toBeGreaterThan(0)
  // Two kinds of rights, and again for readers that were late.
  expect(reads.length).toBeLessThan(followers.length / 2)
})

test('a changed ticket is read once for all its readers with the same rights', async () => {
  const ticketId = await openTicket()
  const changed = 'subscription { ticketChanged { ticketId ticket { status } } }'
  const callers = [key, await website.operator(), await website.customer('jane@example.com')]
  const followers = callers.flatMap((caller) => Array.from({ length: readers }, () => read(caller, changed)))
  await listening(origin, followers.length)
  const sent = statements()
  await key.run('setTicketStatus', { ticketId, status: 'SOLVED' }, '__typename')
  for (const follower of followers) {
    const items = await follower.until((seen) => seen.at(-1)?.ticketChanged.ticket.status === 'SOLVED')
    expect(items.at(-1).ticketChanged).toEqual({ ticketId, ticket: { status: 'SOLVED' } })
  }
  const reads = sent().filter(({ text }) => /FROM "Ticket" t JOIN "Customer"/.test(text))
  expect(reads.length).toBeGreaterThan(0)
  expect(reads.length).toBeLessThan(followers.length / 2)
})

test('readers with other selections or positions get their own messages', async () => {
  const ticketId = await openTicket()
  await reply(ticketId, '2')
  const positions = `subscription ($ticketId: ID!, $after: Int) { messageAdded(ticketId: $ticketId, after: $after) { position } }`
  const all = [0, 1, 2].flatMap((after) => [
    { after, fields: 'both', follower: read(key, messageAdded, { ticketId, after }) },
    { after, fields: 'position', follower: read(key, positions, { ticketId, after }) },
  ])
  await listening(origin, all.length)
  await reply(ticketId, '3')
  for (const { after, fields, follower } of all) {
    const items = await follower.count(3 - after)
    const expected = [1, 2, 3].slice(after)
    expect(items.map((item) => item.messageAdded)).toEqual(
      expected.map((position) => (fields === 'both' ? { position, body: String(position) } : { position })),
    )
  }
})

test('a removed reader does not get what others read', async () => {
  await key.run('updateWebsite', { participantsEnabled: true }, '__typename')
  const ticketId = await openTicket()
  const paul = await website.customer('paul@example.com')
  await key.run('addParticipant', { ticketId, email: 'paul@example.com' }, '__typename')
  const followers = [read(paul, messageAdded, { ticketId }), read(key, messageAdded, { ticketId })] as const
  await listening(origin, 2)
  await key.run('removeParticipant', { ticketId, email: 'paul@example.com' }, '__typename')
  await reply(ticketId, 'Not for Paul')
  await followers[1].count(1)
  await followers[0].ended
  expect(followers[0].items).toEqual([])
  expect(followers[0].error).toMatchObject({ extensions: { code: 'FORBIDDEN' } })
})
