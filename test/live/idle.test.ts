import pg from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { follow, listening, messageAdded } from '../support/live.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startOwnApp()
const { db } = await import('../../server/database/db.ts')
const { key, websiteId } = await createTestWebsite(origin, rootKey)
const localId = (id: string) => Buffer.from(id, 'base64url').toString().replace('Ticket:', '')

async function openTicket(caller: Client): Promise<string> {
  const input = { subject: 'Help', body: '1', customerEmail: 'jane@example.com' }
  return (await caller.run('openTicket', input, 'ticket { id }')).ticket.id
}

/** What the server has sent to the database since the call. */
function statements() {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  return () =>
    query.mock.calls.map(([statement]) => {
      const { text = '', values = [] } = statement as { text?: string; values?: unknown[] }
      return { text, values }
    })
}

/** Resolves after a periodic look that began after the call: it finds a change that nobody was woken for. */
async function nextLook(): Promise<void> {
  const follower = follow(key, 'subscription { websiteChanged { name } }')
  await follower.connected
  const action = 'updateWebsite'
  await expect
    .poll(
      async () => {
        await db.auditEvent.create({ data: { websiteId, actorKind: 'ROOT', action, details: {} } })
        return follower.items.length
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBeGreaterThan(0)
  await follower.close()
}

afterEach(() => {
  vi.restoreAllMocks()
  return listening(origin, 0)
})

test('subscribers to conversations in which nothing happens ask the database for nothing', async () => {
  const ticketId = await openTicket(key)
  const followers = Array.from({ length: 10 }, () => follow(key, messageAdded, { ticketId, after: 0 }))
  for (const follower of followers) await follower.count(1)
  // The look that finds the new ticket is the last that wakes them.
  await nextLook()
  await nextLook()
  const sent = statements()
  await nextLook()
  await nextLook()
  expect(sent().filter(({ text }) => text.includes('"messageCount"'))).toEqual([])
  await Promise.all(followers.map((follower) => follower.close()))
})

test('events wake subscribers of their own website, and nobody is looked up for those of others', async () => {
  const other = await createTestWebsite(origin, rootKey)
  const follower = follow(other.key, 'subscription { eventAdded { __typename } }')
  await listening(origin, 1)
  const sent = statements()
  const [here, there] = [await openTicket(key), await openTicket(other.key)]
  await follower.count(2)
  const lookedUp = (ticketId: string) =>
    sent().filter(
      ({ text, values }) => text.includes(`JSONB_BUILD_OBJECT('email'`) && values.includes(localId(ticketId)),
    ).length
  expect(lookedUp(there)).toBeGreaterThan(0)
  expect(lookedUp(here)).toBe(0)
  await follower.close()
})
