import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { encodeGlobalID } = await import('../../server/api/global-id.ts')
const { numberEvents } = await import('../../server/events/numbering.ts')
const website = await createTestWebsite(origin, rootKey)
const { key, websiteId } = website
await db.website.update({ where: { id: websiteId }, data: { participantsEnabled: true } })
const [billing, sales] = await Promise.all(
  ['Billing', 'Sales'].map((name, index) =>
    db.category.create({ data: { websiteId, name, position: index + 1 } }),
  ),
)
const categoryId = (category: { id: string } | undefined) => encodeGlobalID('Category', category?.id ?? '')
const operators = await db.operator.findMany({ where: { websiteId }, orderBy: { email: 'asc' } })
const operatorId = (index: number) => encodeGlobalID('Operator', operators[index]?.id ?? '')
const admin = await website.operator()
const jane = await website.customer('jane@example.com')

const query = `query ($ticketId: ID!) { events(ticketId: $ticketId, first: 100) { edges { node {
  __typename
  actor { __typename ... on Operator { name } ... on Customer { email } ... on Integration { keyName: name } }
  ticket { id }
  ... on MessagePosted { newMessage { body } }
  ... on StatusChanged { fromStatus: from toStatus: to }
  ... on AssigneeChanged { fromOperator: from { name } toOperator: to { name } }
  ... on CategoryChanged { fromCategory: from { name } toCategory: to { name } fromName toName }
  ... on ParticipantAdded { email }
  ... on ParticipantRemoved { email }
} } } }`

interface Event {
  __typename: string
  actor: object | null
  ticket: { id: string }
}

async function eventsOf(ticketId: string, caller = key): Promise<Event[]> {
  await numberEvents()
  const { events } = await caller.ask(query, { ticketId })
  return events.edges.map(({ node }: { node: Event }) => node)
}

async function openTicket(more = {}): Promise<string> {
  return (await jane.run('openTicket', { subject: 'Help', body: '1', ...more }, 'ticket { id }')).ticket.id
}

const customer = { __typename: 'Customer', email: 'jane@example.com' }
const ada = { __typename: 'Operator', name: 'Ada' }

describe('the events', () => {
  test('of a new ticket are the ticket and its first message, whatever its number of participants', async () => {
    const ticketId = await openTicket({ participants: ['paul@example.com'] })
    expect(await eventsOf(ticketId)).toEqual([
      { __typename: 'TicketOpened', actor: customer, ticket: { id: ticketId } },
      { __typename: 'MessagePosted', actor: customer, ticket: { id: ticketId }, newMessage: { body: '1' } },
    ])
  })

  test('of a reply are the message, and the status if it changes', async () => {
    const ticketId = await openTicket()
    await jane.run('reply', { ticketId, body: '2' }, '__typename')
    await admin.run('reply', { ticketId, body: '3' }, '__typename')
    await key.run('reply', { ticketId, body: '4' }, '__typename')
    await jane.run('reply', { ticketId, body: '5' }, '__typename')
    const later = (await eventsOf(ticketId)).slice(2)
    expect(later.map(({ __typename }) => __typename)).toEqual([
      'MessagePosted',
      'MessagePosted',
      'StatusChanged',
      'MessagePosted',
      'MessagePosted',
      'StatusChanged',
    ])
    expect(later[2]).toMatchObject({ fromStatus: 'OPEN', toStatus: 'PENDING', actor: ada })
    expect(later[3]).toMatchObject({ newMessage: { body: '4' }, actor: { __typename: 'Integration' } })
    expect(later[5]).toMatchObject({ fromStatus: 'PENDING', toStatus: 'OPEN', actor: customer })
  })

  test.for<[string, object[], object[]]>([
    [
      'setTicketStatus',
      [{ status: 'SOLVED' }, { status: 'SOLVED' }, { status: 'OPEN' }],
      [
        { fromStatus: 'OPEN', toStatus: 'SOLVED' },
        { fromStatus: 'SOLVED', toStatus: 'OPEN' },
      ],
    ],
    [
      'assignTicket',
      [{}, { operatorId: operatorId(0) }, { operatorId: operatorId(0) }, { operatorId: operatorId(1) }, {}],
      [
        { fromOperator: null, toOperator: { name: 'Ada' } },
        { fromOperator: { name: 'Ada' }, toOperator: { name: 'Olaf' } },
        { fromOperator: { name: 'Olaf' }, toOperator: null },
      ],
    ],
    [
      'setTicketCategory',
      [
        {},
        { categoryId: categoryId(billing) },
        { categoryId: categoryId(billing) },
        { categoryId: categoryId(sales) },
      ],
      [
        { fromName: null, toName: 'Billing', toCategory: { name: 'Billing' } },
        { fromName: 'Billing', toName: 'Sales', toCategory: { name: 'Sales' } },
      ],
    ],
    [
      'addParticipant',
      [{ email: 'paul@example.com' }, { email: ' PAUL@example.com' }],
      [{ __typename: 'ParticipantAdded', email: 'paul@example.com' }],
    ],
    ['markTicketRead', [{ position: 1 }, { position: 1 }], []],
  ])('of %s are its changes, and none if nothing changed', async ([mutation, calls, expected]) => {
    const ticketId = await openTicket()
    for (const input of calls) await admin.run(mutation, { ticketId, ...input }, '__typename')
    const later = (await eventsOf(ticketId)).slice(2)
    expect(later).toHaveLength(expected.length)
    expect(later).toMatchObject(expected.map((event) => ({ ...event, actor: ada })))
  })

  test('of a participant keep their address out of the log, but show it even after they are gone', async () => {
    const ticketId = await openTicket()
    const input = { ticketId, email: 'paul@example.com' }
    await admin.run('addParticipant', input, '__typename')
    const paul = await website.customer(input.email)
    await paul.run('removeParticipant', input, '__typename')
    expect((await eventsOf(ticketId)).slice(2)).toMatchObject([
      { __typename: 'ParticipantAdded', email: input.email, actor: ada },
      { __typename: 'ParticipantRemoved', email: input.email, actor: { email: input.email } },
    ])
    const rows = await db.$queryRaw<{ text: string }[]>`SELECT "data"::text AS text FROM "TicketEvent"`
    expect(rows.filter(({ text }) => text.includes('@') || text.includes('Ada'))).toEqual([])
  })

  test('of a repeat are none', async () => {
    const ticketId = await openTicket({ idempotencyKey: 'once' })
    expect(await openTicket({ idempotencyKey: 'once' })).toBe(ticketId)
    const input = { ticketId, body: 'Again', idempotencyKey: 'twice' }
    for (let call = 0; call < 2; call++) await jane.run('reply', input, '__typename')
    expect(await eventsOf(ticketId)).toHaveLength(3)
  })
})

describe('a page of events', () => {
  test('is read with one statement for each kind of thing in it, however long it is', async () => {
    const ticketId = await openTicket()
    for (let round = 0; round < 6; round++) {
      await admin.run('assignTicket', { ticketId, operatorId: operatorId(round % 2) }, '__typename')
      await admin.run('reply', { ticketId, body: 'More' }, '__typename')
      const category = categoryId(round % 2 ? billing : sales)
      await admin.run('setTicketCategory', { ticketId, categoryId: category }, '__typename')
    }
    await numberEvents()
    const few = await leastStatements(query.replace('first: 100', 'first: 12'), ticketId)
    expect(few.edges).toHaveLength(12)
    const many = () => leastStatements(query, ticketId)
    expect((await many()).edges.length).toBeGreaterThan(18)
    await expect.poll(async () => (await many()).statements).toBeLessThanOrEqual(few.statements)
  })
})

/** A page, and the minimum of statements over several requests: some belong to background work. */
async function leastStatements(query: string, ticketId: string) {
  const { database } = await import('../../server/database/db.ts')
  let statements = Number.POSITIVE_INFINITY
  let edges: unknown[] = []
  for (let round = 0; round < 5; round++) {
    let count = 0
    const acquired = () => count++
    database.reads.on('acquire', acquired)
    edges = (await key.ask(query, { ticketId })).events.edges
    database.reads.off('acquire', acquired)
    statements = Math.min(statements, count)
  }
  return { edges, statements }
}
