import { randomUUID } from 'node:crypto'
import type { GraphQLInterfaceType } from 'graphql'
import { describe, expect, test } from 'vitest'
import { encodeGlobalID } from '../../server/api/global-id.ts'
import { startApp } from '../support/app.ts'
import { type CallerName, everyCaller } from '../support/callers.ts'
import { failedEmail } from '../support/failed-email.ts'
import { follow, listening, messageAdded, ticketChanged } from '../support/live.ts'
import { receivedFile } from '../support/received-file.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { numberEvents } = await import('../../server/events/numbering.ts')
const { schema } = await import('../../server/schema.ts')
const { website, callers, newTicket } = await everyCaller(origin, rootKey)
const ticket = await newTicket()
const category = await db.category.create({
  data: { websiteId: website.websiteId, name: 'Billing', position: 1 },
})
const faq = await db.faq.create({
  data: { websiteId: website.websiteId, question: 'Why?', answer: 'Because', position: 1 },
})
const operator = await db.operator.findFirstOrThrow({ where: { websiteId: website.websiteId } })
const key = await db.apiKey.findFirstOrThrow({ where: { websiteId: website.websiteId } })
const domain = await db.allowedDomain.findFirstOrThrow({ where: { websiteId: website.websiteId } })
const secret = await db.signingSecret.findFirstOrThrow({ where: { websiteId: website.websiteId } })
const event = await db.auditEvent.findFirstOrThrow({ where: { websiteId: website.websiteId } })
await website.key.run(
  'assignTicket',
  { ticketId: ticket.id, operatorId: encodeGlobalID('Operator', operator.id) },
  'ticket { id }',
)
await website.key.run(
  'setTicketCategory',
  { ticketId: ticket.id, categoryId: encodeGlobalID('Category', category.id) },
  'ticket { id }',
)
const field = await db.categoryField.create({
  data: { categoryId: category.id, name: 'plan', label: 'Plan', type: 'TEXT', position: 1 },
})
const values = [{ name: 'plan', value: 'Pro' }]
await website.key.run('setTicketFields', { ticketId: ticket.id, fields: values }, 'ticket { id }')

await website.key.run('setTicketStatus', { ticketId: ticket.id, status: 'SOLVED' }, 'ticket { id }')
await callers.owner.run('rateTicket', { ticketId: ticket.id, score: 'GOOD' }, 'ticket { id }')
for (const mutation of ['addParticipant', 'removeParticipant']) {
  await website.key.run(mutation, { ticketId: ticket.id, email: 'guest@example.com' }, 'ticket { id }')
}
const noted = await website.key.run('addNote', { ticketId: ticket.id, body: 'Check' }, 'note { id }')
const proposed = await website.key.run('proposeReply', { ticketId: ticket.id, body: 'Try' }, 'draft { id }')
await callers.agent.run('discardReply', { id: proposed.draft.id }, '__typename')
const { draft } = await website.key.run('proposeReply', { ticketId: ticket.id, body: 'Try' }, 'draft { id }')
await numberEvents()
const log = (
  await website.key.ask(`{ events(ticketId: "${ticket.id}") { edges { node { __typename id } } } }`)
).events
const events: [string, string][] = log.edges.map(({ node }: { node: Record<string, string> }) =>
  Object.values(node),
)

const { endpoint } = await website.key.run(
  'createWebhookEndpoint',
  { url: 'https://webhooks.invalid/', events: ['TICKET_OPENED'] },
  'endpoint { id }',
)
const { delivery } = await website.key.run('sendTestWebhook', { id: endpoint.id }, 'delivery { id }')

const exporting = await callers.admin.run('createExport', { format: 'JSONL' }, 'export { id }')

const outsiders: CallerName[] = ['other', 'stranger', 'foreignAdmin', 'foreignKey']
const neverExisting = (typename: string) => encodeGlobalID(typename, randomUUID())

/** One of every node type, all of one website. */
const things: Record<string, string> = {
  Ticket: ticket.id,
  Message: ticket.lastMessage.id,
  Attachment: await receivedFile(ticket.lastMessage.id),
  Customer: ticket.customer.id,
  Category: encodeGlobalID('Category', category.id),
  CategoryField: encodeGlobalID('CategoryField', field.id),
  Faq: encodeGlobalID('Faq', faq.id),
  Operator: encodeGlobalID('Operator', operator.id),
  Integration: encodeGlobalID('Integration', key.id),
  Website: encodeGlobalID('Website', website.websiteId),
  AllowedDomain: encodeGlobalID('AllowedDomain', domain.id),
  SigningSecret: encodeGlobalID('SigningSecret', secret.id),
  ApiKey: encodeGlobalID('ApiKey', key.id),
  AuditEvent: encodeGlobalID('AuditEvent', event.id),
  Email: await failedEmail(ticket.id),
  Export: exporting.export.id,
  Note: noted.note.id,
  ProposedReply: draft.id,
  WebhookEndpoint: endpoint.id,
  WebhookDelivery: delivery.id,
  ...Object.fromEntries(events),
}
/** What all customers of a website may see. */
const sharedByCustomers = ['Category', 'CategoryField', 'Faq', 'Operator', 'Integration', 'Website']

test('every node type is covered and visible to its owner', async () => {
  const node = schema.getType('Node') as GraphQLInterfaceType
  expect(Object.keys(things).sort()).toEqual(
    schema
      .getPossibleTypes(node)
      .map(({ name }) => name)
      .sort(),
  )
  const { nodes } = await callers.admin.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: Object.values(things),
  })
  expect(nodes.map(({ id }: { id: string }) => id)).toEqual(Object.values(things))
})

describe.for(outsiders)('for the caller “%s”, what they may not see', (name) => {
  const caller = callers[name]

  const hidden = Object.entries(things).filter(
    ([typename]) => name !== 'other' || !sharedByCustomers.includes(typename),
  )

  test.for(hidden)('looks as if the id of a %s had never existed', async ([typename, id]) => {
    const query = `query ($id: ID!) {
      node(id: $id) { __typename id }
      nodes(ids: [$id]) { __typename id }
      ticket(id: $id) { subject }
    }`
    const answer = await caller.send(query, { id })
    expect(answer).toEqual({ data: { node: null, nodes: [null], ticket: null } })
    expect(JSON.stringify(answer)).toBe(
      JSON.stringify(await caller.send(query, { id: neverExisting(typename) })),
    )
  })

  test('is not found by its number', async () => {
    const query = 'query ($number: Int!) { ticketByNumber(number: $number) { id } }'
    expect(await caller.ask(query, { number: ticket.number })).toEqual({ ticketByNumber: null })
  })

  test.for<[string, object]>([
    ['no filter', {}],
    ['its subject', { search: 'Help' }],
    ['its text', { search: 'Please' }],
    ['its number', { search: `#${ticket.number}` }],
    ['its customer', { customerEmail: 'owner@example.com' }],
    ['its category', { categoryId: encodeGlobalID('Category', category.id) }],
    ['its operator', { assigneeId: encodeGlobalID('Operator', operator.id) }],
    ['its status', { statuses: ['OPEN', 'PENDING', 'SOLVED'] }],
  ])('is neither listed nor counted by %s', async ([, filter]) => {
    const query = `query ($filter: TicketFilter) {
      tickets(filter: $filter) { unreadCount totalCount edges { node { id } } pageInfo { hasNextPage } }
    }`
    const { tickets } = await caller.ask(query, { filter })
    expect(tickets).toMatchObject({
      // A search counts nothing.
      unreadCount: 'search' in filter ? null : 0,
      edges: [],
      pageInfo: { hasNextPage: false },
    })
    expect(tickets.totalCount ?? 0).toBe(0)
  })

  test('cannot be subscribed to, as if it had never existed', async () => {
    const foreignStream = follow(caller, messageAdded, { ticketId: ticket.id, after: 0 })
    const noStream = follow(caller, messageAdded, { ticketId: neverExisting('Ticket'), after: 0 })
    await Promise.all([foreignStream.ended, noStream.ended])
    expect(foreignStream.error?.extensions.code).toBe('FORBIDDEN')
    expect(foreignStream.error).toEqual(noStream.error)
    expect(foreignStream.items).toEqual([])
    await Promise.all([foreignStream.close(), noStream.close()])
  })
})

describe('live changes of tickets', () => {
  test('only reach those who may see the ticket', async () => {
    const names: CallerName[] = ['owner', 'participant', 'agent', 'fullKey', ...outsiders]
    const followers = names.map((name) => follow(callers[name], ticketChanged))
    await listening(origin, names.length)
    await callers.owner.run('reply', { ticketId: ticket.id, body: 'News' }, 'ticket { id }')
    // Then everybody is notified of a ticket of their own, after which nothing else can be in flight.
    const own = { subject: 'Mine', body: 'Mine' }
    const last = new Map<string, string>()
    for (const name of ['owner', 'participant', 'other', 'stranger'] as const) {
      last.set(name, (await callers[name].run('openTicket', own, 'ticket { id }')).ticket.id)
    }
    const notified = await Promise.all(
      followers.map(async (follower, index) => {
        const end = last.get(names[index] ?? '') ?? last.get(index > 4 ? 'stranger' : 'other')
        const items = await follower.until((seen) =>
          seen.some(({ ticketChanged: { ticketId } }) => ticketId === end),
        )
        await follower.close()
        return items.some(({ ticketChanged: { ticketId } }) => ticketId === ticket.id)
      }),
    )
    const reached = names.filter((_, index) => notified[index])
    expect(reached).toEqual(['owner', 'participant', 'agent', 'fullKey'])
  })
})
