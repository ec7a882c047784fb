import { afterEach, describe, expect, test, vi } from 'vitest'
import { startApp } from '../support/app.ts'
import { everyCaller } from '../support/callers.ts'
import type { Client } from '../support/client.ts'
import { follow, listening } from '../support/live.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { listenToAll } = await import('../../server/wakeups/deliver.ts')
const { website, callers, newTicket } = await everyCaller(origin, rootKey)
const { owner, participant, other, agent, admin, fullKey } = callers

const subscription = `subscription ($ticketId: ID!) { typing(ticketId: $ticketId) {
  isTeam author { ... on Customer { name } ... on Operator { name } }
} }`
const type = async (caller: Client, ticketId: string) =>
  (await caller.run('setTyping', { ticketId }, 'shown')).shown
const named = (isTeam: boolean, name: string) => ({ isTeam, author: { name } })

const notices = vi.fn()
listenToAll(({ typing }) => typing && notices(typing.id))

afterEach(() => {
  notices.mockClear()
  return listening(origin, 0)
})

describe('typing', () => {
  test('is shown to everybody else who sees the ticket: only that of operators to customers', async () => {
    const { id: ticketId } = await newTicket()
    const readers = { owner, participant, agent, admin, fullKey }
    const followers = Object.values(readers).map((caller) => follow(caller, subscription, { ticketId }))
    await listening(origin, followers.length)
    expect(await type(owner, ticketId)).toBe(true)
    await type(participant, ticketId)
    await type(agent, ticketId)
    const [jane, paul, olaf] = [
      named(false, 'owner@example.com'),
      named(false, 'participant@example.com'),
      named(true, 'Olaf'),
    ]
    const expected = [[olaf], [olaf], [jane, paul], [jane, paul, olaf], [jane, paul, olaf]]
    for (const [index, follower] of followers.entries()) {
      const wanted = expected[index] ?? []
      expect((await follower.count(wanted.length)).map(({ typing }) => typing)).toEqual(wanted)
      await follower.close()
    }
  })

  test('changes no row', async () => {
    const { id: ticketId } = await newTicket()
    const read = 'query ($id: ID!) { ticket(id: $id) { updatedAt } }'
    const before = await agent.ask(read, { id: ticketId })
    await type(owner, ticketId)
    expect(await agent.ask(read, { id: ticketId })).toEqual(before)
  })

  test('is passed on at most every two seconds, and again to who comes later', async () => {
    const { id: ticketId } = await newTicket()
    const start = Date.now()
    for (let key = 0; key < 20; key++) await type(owner, ticketId)
    expect(notices.mock.calls.length).toBeLessThanOrEqual(1 + (Date.now() - start) / 2_000)
    const late = follow(agent, subscription, { ticketId })
    expect((await late.count(1))[0].typing).toEqual(named(false, 'owner@example.com'))
    await late.close()
  })

  test('is not shown where the website has turned it off', async () => {
    const { id: ticketId } = await newTicket()
    await website.key.run('updateWebsite', { typingEnabled: false }, 'website { typingEnabled }')
    expect(await owner.ask('{ website { typingEnabled } }')).toEqual({ website: { typingEnabled: false } })
    expect(await type(owner, ticketId)).toBe(false)
    expect(notices).not.toHaveBeenCalled()
    await website.key.run('updateWebsite', { typingEnabled: true }, '__typename')
  })

  test('is hidden from those who may not see the ticket, and from the moment they may not', async () => {
    const { id: ticketId } = await newTicket()
    const stranger = follow(other, subscription, { ticketId })
    await stranger.ended
    expect(stranger.error?.extensions.code).toBe('FORBIDDEN')
    await stranger.close()
    const removed = follow(participant, subscription, { ticketId })
    await listening(origin, 1)
    await db.participant.deleteMany({ where: { email: 'participant@example.com' } })
    await type(agent, ticketId)
    await removed.ended
    expect([removed.items, removed.error?.extensions.code]).toEqual([[], 'FORBIDDEN'])
    await removed.close()
  })
})
