import { beforeAll, describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { everyCaller } from '../support/callers.ts'
import type { Client } from '../support/client.ts'
import { postgres } from '../support/environment.ts'
import { waitsForRow } from '../support/row-lock.ts'

const { origin, rootKey } = await startApp()
const { website, callers, newTicket } = await everyCaller(origin, rootKey)
const { db } = await import('../../server/database/db.ts')
const { decodeGlobalID } = await import('../../server/api/global-id.ts')
const { owner, participant, agent, fullKey } = callers

const follow = (followUpAfterDays: number) =>
  website.key.run('updateWebsite', { followUpAfterDays }, 'website { followUpAfterDays }')
beforeAll(() => follow(7))

const day = 24 * 60 * 60_000

/** A ticket that was solved so many days ago, to the millisecond. */
async function solvedTicket(days: number, by: Client = fullKey): Promise<string> {
  const { id } = await newTicket()
  await by.run('setTicketStatus', { ticketId: id, status: 'SOLVED' }, '__typename')
  const solvedAt = new Date(Date.now() - days * day)
  await db.ticket.update({ where: { id: decodeGlobalID(id).id }, data: { solvedAt } })
  return id
}

const state = `id number subject status categoryName messageCount unreadCount customer { email } participants { email }
  fields { name value } followUpOf { id } followUps { id } messages(first: 9) { edges { node { body author { ... on Customer { email } } } } }`
const read = async (caller: Client, id: string) =>
  (await caller.ask(`query ($id: ID!) { ticket(id: $id) { ${state} } }`, { id })).ticket
const reply = async (caller: Client, ticketId: string, more = {}) =>
  await caller.run(
    'reply',
    { ticketId, body: 'It broke', ...more },
    `newMessage { id position } ticket { ${state} }`,
  )
/** Types of its events, in order; a moment after they were recorded. */
async function eventsOf(id: string): Promise<string[]> {
  const query = 'query ($id: ID!) { ticket(id: $id) { events(first: 9) { edges { node { __typename } } } } }'
  const { events } = (await agent.ask(query, { id })).ticket
  return events.edges.map(({ node }: { node: { __typename: string } }) => node.__typename)
}

describe('a reply to a ticket that was solved too long ago', () => {
  test('opens a new ticket that continues it, and leaves it as it was', async () => {
    const id = await solvedTicket(7.01)
    const before = await read(agent, id)
    const { ticket, newMessage } = await reply(owner, id)
    expect(newMessage).toMatchObject({ position: 1 })
    const people = {
      customer: { email: 'owner@example.com' },
      participants: [{ email: 'participant@example.com' }],
    }
    const { subject, categoryName } = before
    expect(ticket).toMatchObject({ subject, categoryName, ...people })
    expect(ticket).toMatchObject({
      status: 'OPEN',
      messageCount: 1,
      unreadCount: 0,
      followUpOf: { id },
      followUps: [],
    })
    expect(ticket.number).toBeGreaterThan(before.number)
    expect(await read(agent, id)).toEqual({ ...before, followUps: [{ id: ticket.id }] })
    await expect.poll(() => eventsOf(ticket.id)).toEqual(['TicketOpened', 'MessagePosted'])
    expect(await eventsOf(id)).toEqual(['TicketOpened', 'MessagePosted', 'StatusChanged'])
  })

  test.for([
    ['6.99 days ago', 6.99, 7],
    ['any time ago, if no days are set', 4_000, 0],
  ] as const)('reopens it if it was solved %s', async ([, ago, days]) => {
    await follow(days)
    const id = await solvedTicket(ago)
    const { ticket } = await reply(owner, id)
    expect(ticket).toMatchObject({ id, status: 'OPEN', messageCount: 2, followUps: [] })
    await follow(7)
  })

  test('by the team goes to the same ticket', async () => {
    const id = await solvedTicket(30)
    expect((await reply(agent, id)).ticket).toMatchObject({ id, status: 'PENDING' })
  })

  test('may come from a participant, who sees the new ticket and has read it, unlike its customer', async () => {
    const id = await solvedTicket(30)
    const { ticket } = await reply(participant, id)
    expect(ticket).toMatchObject({
      unreadCount: 0,
      customer: { email: 'owner@example.com' },
      followUpOf: { id },
    })
    expect(await read(owner, ticket.id)).toMatchObject({ unreadCount: 1, followUpOf: { id } })
  })

  test('opens one ticket for each idempotency key, even at the same time', async () => {
    const id = await solvedTicket(30)
    const twice = await Promise.all([1, 2].map(() => reply(owner, id, { idempotencyKey: id })))
    const [one, other] = twice.map(({ ticket, newMessage }) => ({
      ticket: ticket.id,
      message: newMessage.id,
    }))
    expect(other).toEqual(one)
    expect((await read(owner, id)).followUps).toEqual([{ id: one?.ticket }])
  })

  test('keeps its files and values, and ends the draft', async () => {
    const id = await solvedTicket(30)
    const { id: ticketId } = decodeGlobalID(id)
    const value = { name: 'plan', label: 'Plan', type: 'TEXT', value: 'Pro', position: 1 } as const
    await db.ticketField.create({ data: { ...value, ticketId, websiteId: website.websiteId } })
    await owner.run('saveDraft', { ticketId: id, body: 'It bro' }, '__typename')
    const announced = { name: 'a.png', type: 'image/png', size: 1 }
    const { upload } = await owner.run('createUpload', announced, 'upload { id }')
    await db.attachment.update({ where: { id: decodeGlobalID(upload.id).id }, data: { key: 'kept' } })
    const { ticket } = await reply(owner, id, { attachmentIds: [upload.id] })
    expect(ticket.fields).toEqual([{ name: 'plan', value: 'Pro' }])
    const query = 'query ($id: ID!) { ticket(id: $id) { draft lastMessage { attachments { name } } } }'
    const { lastMessage } = (await owner.ask(query, { id: ticket.id })).ticket
    expect(lastMessage.attachments).toEqual([{ name: 'a.png' }])
    expect((await owner.ask(query, { id })).ticket.draft).toBeNull()
  })

  test('is not brought back by a draft that comes late', async () => {
    const id = await solvedTicket(30)
    await reply(owner, id, { body: 'It broke again' })
    const save = async (body: string) =>
      (await owner.run('saveDraft', { ticketId: id, body, messageCount: 1 }, 'ticket { draft }')).ticket.draft
    expect(await save('It broke again')).toBeNull()
    expect(await save('It bro')).toBeNull()
    expect(await save('Another thing')).toBe('Another thing')
  })

  test('is refused to those who may not see it, and opens nothing', async () => {
    const id = await solvedTicket(30)
    const refused = await callers.other.attempt('reply', { ticketId: id, body: 'Mine?' })
    expect(refused.__typename).toBe('NotFound')
    expect((await read(agent, id)).followUps).toEqual([])
  })
})

test('a ticket that was solved too long ago is reopened by the team, not by its customer', async () => {
  const id = await solvedTicket(30, owner)
  const reopen = { ticketId: id, status: 'OPEN' }
  expect(await owner.attempt('setTicketStatus', reopen)).toMatchObject({
    __typename: 'InvalidInput',
    issues: [{ path: ['input', 'status'], message: expect.stringContaining('opens a new ticket') }],
  })
  await agent.run('setTicketStatus', reopen, '__typename')
  expect((await reply(owner, id)).ticket).toMatchObject({ id, messageCount: 2 })
})

// The embedded database runs one transaction after the other.
test.skipIf(!postgres)(
  'a reply that waits until the team has reopened the ticket is posted to it',
  async () => {
    const id = await solvedTicket(30)
    let answer: ReturnType<typeof reply> | undefined
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT FROM "Website" WHERE "id" = ${website.websiteId}::uuid FOR UPDATE`
      answer = reply(owner, id)
      await waitsForRow(db)
      await agent.run('setTicketStatus', { ticketId: id, status: 'OPEN' }, '__typename')
    })
    expect((await answer)?.ticket).toMatchObject({ id, messageCount: 2, followUps: [] })
  },
)

test('who left a follow-up sees it no longer, nor that it exists', async () => {
  const id = await solvedTicket(30)
  const { ticket } = await reply(owner, id)
  await participant.run(
    'removeParticipant',
    { ticketId: ticket.id, email: 'participant@example.com' },
    '__typename',
  )
  expect(await read(participant, ticket.id)).toBeNull()
  expect((await read(participant, id)).followUps).toEqual([])
})

test('follow-ups of one website at the same time have numbers without gaps', async () => {
  const ids = await Promise.all([1, 2, 3, 4].map(() => solvedTicket(30)))
  const opened = await Promise.all(ids.map((id) => reply(owner, id)))
  const numbers = opened.map(({ ticket }) => ticket.number).sort((one, other) => one - other)
  expect(numbers).toEqual([0, 1, 2, 3].map((at) => numbers[0] + at))
})

test('the days are 1 to 365, or none', async () => {
  expect(await follow(365)).toMatchObject({ website: { followUpAfterDays: 365 } })
  expect(await follow(0)).toMatchObject({ website: { followUpAfterDays: null } })
  for (const followUpAfterDays of [-1, 366]) {
    expect(await website.key.attempt('updateWebsite', { followUpAfterDays })).toMatchObject({
      __typename: 'InvalidInput',
      issues: [{ path: ['input', 'followUpAfterDays'], message: 'Give a whole number of days, 0 to 365' }],
    })
  }
})
