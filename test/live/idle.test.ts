import { afterEach, expect, test, vi } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { follow, listening, messageAdded } from '../support/live.ts'
import { statements } from '../support/statements.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startOwnApp()
const { db } = await import('../../server/database/db.ts')
const { encodeGlobalID } = await import('../../server/api/global-id.ts')
const { key, websiteId } = await createTestWebsite(origin, rootKey)
let number = 1_000

/** Only in the database: opening a ticket also sends an email, which notifies subscribers. */
async function createTicket(websiteId: string): Promise<string> {
  number++
  const customer = await db.customer.create({ data: { websiteId, email: `${number}@example.com` } })
  const data = { websiteId, customerId: customer.id, number, subject: 'Help', historyFilled: true }
  return (await db.ticket.create({ data })).id
}

/** Resolves after a periodic check that began after the call: it finds changes without a wake-up. */
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

test('subscribers to idle conversations cause no database queries', async () => {
  const ticketId = encodeGlobalID('Ticket', await createTicket(websiteId))
  const followers = Array.from({ length: 10 }, () => follow(key, messageAdded, { ticketId }))
  await listening(origin, 10)
  // The check that finds the new ticket is the last one that wakes them.
  await nextLook()
  await nextLook()
  const sent = statements()
  await nextLook()
  await nextLook()
  expect(sent().filter(({ text }) => text.includes('"messageCount"'))).toEqual([])
  await Promise.all(followers.map((follower) => follower.close()))
})

test('events wake only their own website’s subscribers, and nobody else is looked up', async () => {
  const other = await createTestWebsite(origin, rootKey)
  const follower = follow(other.key, 'subscription { eventAdded { __typename } }')
  await listening(origin, 1)
  const sent = statements()
  const [here, there] = [await createTicket(websiteId), await createTicket(other.websiteId)]
  for (const [caller, id] of [
    [key, here],
    [other.key, there],
  ] as const) {
    const ticketId = encodeGlobalID('Ticket', id)
    await caller.run('setTicketStatus', { ticketId, status: 'PENDING' }, '__typename')
  }
  await follower.count(1)
  const lookedUp = (id: string) =>
    sent().filter(({ text, values }) => text.includes(`JSONB_BUILD_OBJECT('email'`) && values.includes(id))
      .length
  expect(lookedUp(there)).toBeGreaterThan(0)
  expect(lookedUp(here)).toBe(0)
  await follower.close()
})
