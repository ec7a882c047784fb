import { afterEach, describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { follow, listening } from '../support/live.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { numberEvents } = await import('../../server/events/numbering.ts')
const website = await createTestWebsite(origin, rootKey)
const { key, websiteId } = website
await db.website.update({ where: { id: websiteId }, data: { participantsEnabled: true } })
const jane = await website.customer('jane@example.com')

const eventAdded =
  'subscription ($after: String) { eventAdded(after: $after) { __typename cursor ticket { id } } }'
const ticketChanged =
  'subscription ($after: String) { ticketChanged(after: $after) { ticketId cursor ticket { status unreadCount } } }'

const open = async (more = {}): Promise<string> =>
  (await jane.run('openTicket', { subject: 'Help', body: '1', ...more }, 'ticket { id }')).ticket.id
const setStatus = (ticketId: string, status: string) =>
  key.run('setTicketStatus', { ticketId, status }, '__typename')

interface Item {
  eventAdded: { __typename: string; cursor: string }
}
const cursors = (items: Item[]) => items.map((item) => item.eventAdded.cursor)

async function wholeLog(): Promise<string[]> {
  await numberEvents()
  const { events } = await key.ask('{ events(first: 100) { edges { cursor } } }')
  return events.edges.map(({ cursor }: { cursor: string }) => cursor)
}
const changeCursor = async (caller = key): Promise<string> => {
  await numberEvents()
  return (await caller.ask('{ tickets { changeCursor } }')).tickets.changeCursor
}
/** Position and id of the event. */
const placeIn = (cursor = '') => JSON.parse(Buffer.from(cursor, 'base64url').toString()).slice(0, 2)
const code = async (query: string, after: string) => {
  const follower = follow(key, query, { after })
  await follower.ended
  await follower.close()
  return follower.error?.extensions.code
}

afterEach(() => listening(origin, 0))

describe('eventAdded', () => {
  test('sends all events from the beginning, then new ones, in order and without repeats', async () => {
    const ticketId = await open()
    const follower = follow(key, eventAdded, { after: '' })
    await follower.count(2)
    await Promise.all([open(), open(), setStatus(ticketId, 'SOLVED')])
    await follower.count(7)
    expect(cursors(follower.items)).toEqual(await wholeLog())
    await follower.close()
  })

  test('continues after a cursor, or starts now without one', async () => {
    const ticketId = await open()
    const log = await wholeLog()
    const last = follow(jane, eventAdded, { after: log.at(-2) })
    const now = follow(jane, eventAdded)
    await listening(origin, 2)
    await last.count(1)
    await setStatus(ticketId, 'SOLVED')
    await last.count(2)
    expect(cursors(last.items)).toEqual((await wholeLog()).slice(-2))
    await now.count(1)
    expect(now.items.map((item) => item.eventAdded.__typename)).toEqual(['StatusChanged'])
    await Promise.all([last.close(), now.close()])
  })

  test('refuses a cursor that the log does not know', async () => {
    const [first = ''] = await wholeLog()
    const [position, id] = placeIn(first)
    const forge = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
    for (const query of [eventAdded, ticketChanged]) {
      expect(await code(query, forge(99_999, id))).toBe('BAD_USER_INPUT')
      expect(await code(query, 'nonsense')).toBe('BAD_USER_INPUT')
    }
    for (const time of ['1', -1, 1e300, 2 ** 53 - 1, null]) {
      expect(await code(ticketChanged, forge(position, id, time)), `${time}`).toBe('BAD_USER_INPUT')
      expect(await code(ticketChanged, forge(0, '', time)), `${time}`).toBe('BAD_USER_INPUT')
    }
    for (const cursor of [forge(0, id, 1), forge(99_999, id, 1), forge(0, ''), forge(position, '', 1)]) {
      expect(await code(ticketChanged, cursor), cursor).toBe('BAD_USER_INPUT')
    }
    expect(await code(eventAdded, await changeCursor()), 'of a list').toBe('BAD_USER_INPUT')
  })
})

describe('ticketChanged', () => {
  test('continues after a cursor: first each ticket changed since, once, including read marks', async () => {
    const [changed, marked, left] = [
      await open(),
      await open(),
      await open({ participants: ['paul@example.com'] }),
    ]
    const paul = await website.customer('paul@example.com')
    const [after, paulsAfter] = [await changeCursor(), await changeCursor(paul)]
    await setStatus(changed, 'SOLVED')
    await setStatus(changed, 'OPEN')
    await key.run('markTicketRead', { ticketId: marked, position: 1 }, '__typename')
    await paul.run('removeParticipant', { ticketId: left, email: 'paul@example.com' }, '__typename')
    await numberEvents()
    const follower = follow(key, ticketChanged, { after })
    const ids = () => follower.items.map((item) => item.ticketChanged.ticketId)
    await follower.until(() => [changed, marked, left].every((id) => ids().includes(id)))
    expect(new Set(ids()).size, 'each once').toBe(ids().length)
    const pauls = follow(paul, ticketChanged, { after: paulsAfter })
    await pauls.until((items) =>
      items.some(({ ticketChanged: change }) => change.ticketId === left && !change.ticket),
    )
    // The last cursor is past all of them.
    const { cursor } = follower.items.at(-1).ticketChanged
    expect(placeIn(cursor)).toEqual(placeIn((await wholeLog()).at(-1)))
    await Promise.all([follower.close(), pauls.close()])
  })

  test.for(['of an event', 'of the beginning'])('continues after a cursor %s', async (kind) => {
    const after = kind === 'of an event' ? (await wholeLog()).at(-1) : ''
    const opened = await open()
    const follower = follow(key, ticketChanged, { after })
    await follower.until((items) => items.some((item) => item.ticketChanged.ticketId === opened))
    await follower.close()
  })

  test('has advanced its cursor past each change by the next one', async () => {
    const ticketId = await open()
    const follower = follow(key, ticketChanged)
    await listening(origin, 1)
    for (const status of ['SOLVED', 'OPEN', 'SOLVED']) {
      const [before] = placeIn((await wholeLog()).at(-1))
      await setStatus(ticketId, status)
      await follower.until((items) => items.at(-1)?.ticketChanged.ticket.status === status)
      const [position] = placeIn(follower.items.at(-1).ticketChanged.cursor)
      // The change itself may be numbered after it was sent.
      expect(position - before).toBeOneOf([0, 1])
    }
    await follower.close()
  })
})
