import { beforeEach, describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient, type Client } from '../support/client.ts'
import { outcome } from '../support/outcome.ts'
import { createTestWebsite, type TestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')

let website: TestWebsite
let owner: Client
let participant: Client
let operator: Client
let key: Client
let ticketId = ''

beforeEach(async () => {
  website = await createTestWebsite(origin, rootKey)
  await db.website.update({ where: { id: website.websiteId }, data: { participantsEnabled: true } })
  owner = await website.customer('jane@example.com')
  participant = await website.customer('paul@example.com')
  operator = await website.operator()
  key = website.key
  const input = { subject: 'Help', body: 'Please', participants: ['paul@example.com'] }
  ticketId = (await owner.run('openTicket', input, 'ticket { id }')).ticket.id
})

/** Unread messages as the list shows them, and how many tickets the list counts as unread. */
async function unread(caller: Client) {
  const { tickets } = await caller.ask('{ tickets { unreadCount edges { node { unreadCount } } } }')
  return [tickets.edges[0].node.unreadCount, tickets.unreadCount]
}

const unreadOfAll = async () => ({
  owner: await unread(owner),
  participant: await unread(participant),
  team: await unread(operator),
  key: await unread(key),
})
const reply = (caller: Client) => caller.run('reply', { ticketId, body: 'More' }, 'newMessage { id }')
const read = (caller: Client, position: number) =>
  caller.run('markTicketRead', { ticketId, position }, 'ticket { unreadCount }')

describe('unread messages', () => {
  test('are counted separately for the customer, each participant, the team and a key', async () => {
    expect(await unreadOfAll()).toEqual({ owner: [0, 0], participant: [1, 1], team: [1, 1], key: [1, 1] })
    await reply(operator)
    expect(await unreadOfAll()).toEqual({ owner: [1, 1], participant: [2, 1], team: [0, 0], key: [2, 1] })
    await reply(participant)
    expect(await unreadOfAll()).toEqual({ owner: [2, 1], participant: [0, 0], team: [1, 1], key: [3, 1] })
    await reply(owner)
    expect(await unreadOfAll()).toEqual({ owner: [0, 0], participant: [1, 1], team: [2, 1], key: [4, 1] })
    await reply(key)
    expect(await unreadOfAll()).toEqual({ owner: [1, 1], participant: [2, 1], team: [2, 1], key: [0, 0] })
    await reply(operator)
    expect(await unreadOfAll()).toEqual({ owner: [2, 1], participant: [3, 1], team: [0, 0], key: [1, 1] })
    await reply(key)
    expect(await unreadOfAll()).toEqual({ owner: [3, 1], participant: [4, 1], team: [0, 0], key: [0, 0] })
  })

  test('do not include those of keys once operators have read all others', async () => {
    await reply(key)
    await reply(owner)
    await reply(key)
    expect((await read(operator, 1)).ticket.unreadCount).toBe(1)
    expect((await read(operator, 3)).ticket.unreadCount).toBe(0)
    expect((await unreadOfAll()).team).toEqual([0, 0])
  })

  test('are filtered for each key by what that key has read', async () => {
    const scopes = ['TICKETS_READ', 'TICKETS_WRITE']
    const { text } = await key.run('createApiKey', { name: 'Another', scopes }, 'text')
    const another = apiClient(origin, text)
    const listed = async (caller: Client, unread: boolean) =>
      (await caller.ask(`{ tickets(filter: { unread: ${unread} }) { edges { node { id } } } }`)).tickets.edges
        .length
    await read(key, 1)
    expect(await Promise.all([listed(key, true), listed(key, false)])).toEqual([0, 1])
    expect(await Promise.all([listed(another, true), listed(another, false)])).toEqual([1, 0])
    await reply(another)
    expect(await Promise.all([listed(key, true), listed(key, false)])).toEqual([1, 0])
    expect(await Promise.all([listed(another, true), listed(another, false)])).toEqual([0, 1])
  })

  test.each([
    ['the customer', () => owner, 'owner'],
    ['a participant', () => participant, 'participant'],
    ['an operator', () => operator, 'team'],
    ['a key', () => key, 'key'],
  ] as const)('are marked as read by %s, and for nobody else', async (_name, by, mark) => {
    const caller = by()
    for (const author of [operator, owner, participant]) await reply(author)
    const { websiteId } = website
    const nothingRead = { customerReadPosition: 0, teamReadPosition: 0 }
    await db.ticket.updateMany({ where: { websiteId }, data: nothingRead })
    await db.participant.updateMany({ where: { ticket: { websiteId } }, data: { readPosition: 0 } })
    const nothing = { owner: [4, 1], participant: [4, 1], team: [4, 1], key: [4, 1] }
    expect(await unreadOfAll()).toEqual(nothing)
    expect((await read(caller, 3)).ticket.unreadCount).toBe(1)
    expect(await unreadOfAll()).toEqual({ ...nothing, [mark]: [1, 1] })
    await read(caller, 1)
    expect(await unreadOfAll(), 'a mark never moves back').toEqual({ ...nothing, [mark]: [1, 1] })
    await read(caller, 1_000)
    expect(await unreadOfAll()).toEqual({ ...nothing, [mark]: [0, 0] })
    await reply(caller === owner ? operator : owner)
    expect((await unreadOfAll())[mark], 'a mark is never ahead of the messages').toEqual([1, 1])
  })

  test('cannot be marked by a stranger', async () => {
    const stranger = await website.customer('eve@example.com')
    expect(await outcome(stranger, 'markTicketRead', { ticketId, position: 1 })).toBe('NotFound')
    expect(await outcome(owner, 'markTicketRead', { ticketId, position: -1 })).toBe('InvalidInput')
  })
})
