import { randomUUID } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { follow, listening, messageAdded } from '../support/live.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { closeWatch } = await import('../../server/events/watch.ts')
const { publish } = await import('../../server/wakeups/publish.ts')
const { topics } = await import('../../server/wakeups/wake.ts')
// The streams themselves must notice lost wake-ups.
closeWatch()
const website = await createTestWebsite(origin, rootKey)
const { websiteId, key } = website
const customer = await db.customer.create({ data: { websiteId, email: 'jane@example.com' } })

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** Bytes used by JavaScript and its buffers, without garbage. */
function memory(): number {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const megabyte = 1024 * 1024
const long = 'Long text. '.repeat(1_800)
const fiveTimes = 'one: body two: body three: body four: body five: body'
let numbers = 0

/** Writes the same as openTicket and as many replies, but faster. */
async function createTicket() {
  numbers++
  return db.ticket.create({
    data: { websiteId, number: numbers, subject: `Ticket ${numbers}`, customerId: customer.id },
  })
}

async function post(ticketId: string, from: number, count: number) {
  const data = Array.from({ length: count }, (_, index) => ({
    ticketId,
    position: from + index + 1,
    body: long,
    via: 'API' as const,
    customerId: customer.id,
  }))
  await db.$transaction([
    db.message.createMany({ data }),
    db.ticket.update({ where: { id: ticketId }, data: { messageCount: from + count } }),
  ])
  publish({ ticketId, topics: [topics.ticket(ticketId), topics.team(websiteId)] })
}

const globalId = (id: string) => Buffer.from(`Ticket:${id}`).toString('base64url')
const wholeMessages = `subscription ($ticketId: ID!) { messageAdded(ticketId: $ticketId, after: 0) { position ${fiveTimes} } }`
const wholeTickets = `subscription { ticketChanged { ticketId ticket { messages(first: 20) { edges { node { ${fiveTimes} } } } } } }`

afterEach(() => listening(origin, 0))

describe('a reader that stops reading', () => {
  test('costs no memory, delays nobody, and gets everything in order when it resumes', async () => {
    const total = 600
    const { id } = await createTicket()
    const ticketId = globalId(id)
    await post(id, 0, 20)
    const stalled = Array.from({ length: 12 }, () => follow(key, wholeMessages, { ticketId }))
    stalled.push(follow(key, wholeTickets))
    for (const follower of stalled.slice(0, 12)) await follower.until(({ length }) => length > 0)
    for (const follower of stalled) (await follower.connected).pause()
    const fast = follow(key, messageAdded, { ticketId, after: 20 })
    await listening(origin, 14)
    const before = memory()
    for (let from = 20; from < total; from += 20) {
      await post(id, from, 20)
      for (let wake = 0; wake < 100; wake++) {
        publish({ ticketId: randomUUID(), topics: [topics.ticket(id), topics.team(websiteId)] })
      }
      // The fast reader keeps up: nobody waits for the slow ones.
      await fast.until(({ length }) => length >= from)
      for (const item of fast.items) item.messageAdded.body = ''
    }
    expect(memory() - before, 'bytes more than before').toBeLessThan(160 * megabyte)
    const [first] = stalled
    ;(await first?.connected)?.resume()
    await first?.until((items) => items.length >= total)
    expect(first?.items.map((item) => item.messageAdded.position)).toEqual(
      Array.from({ length: total }, (_, index) => index + 1),
    )
    for (const follower of stalled) (await follower.connected).terminate()
    await Promise.all([...stalled, fast].map((follower) => follower.close()))
  })

  test('gets the tickets changed meanwhile if it missed more changes than are buffered', async () => {
    const { id } = await createTicket()
    await post(id, 0, 20)
    const changed = [await createTicket(), await createTicket()]
    const follower = follow(key, wholeTickets)
    await listening(origin, 1)
    ;(await follower.connected).pause()
    const touch = () => publish({ ticketId: id, topics: [topics.team(websiteId)] })
    for (let event = 0; event < 20; event++) {
      touch()
      await key.ask('{ viewer { __typename } }')
    }
    // The stream is stuck by now. Its last check was less than a second ago, within a margin of ten.
    const ids = changed.map((ticket) => ticket.id)
    const updatedAt = new Date(Date.now() - 8_000)
    await db.ticket.updateMany({ where: { id: { in: ids } }, data: { updatedAt } })
    for (let event = 0; event < 1_001; event++) {
      publish({ ticketId: randomUUID(), topics: [topics.team(websiteId)] })
    }
    ;(await follower.connected).resume()
    const wanted = ids.map(globalId)
    await follower.until((items) => {
      const seen = new Set(items.map((item) => item.ticketChanged.ticketId))
      return wanted.every((ticketId) => seen.has(ticketId))
    })
    expect(follower.items.length, 'one look at the list instead of a thousand').toBeLessThan(50)
    await follower.close()
  })
})
