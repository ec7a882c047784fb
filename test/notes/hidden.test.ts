import { randomUUID } from 'node:crypto'
import type { GraphQLObjectType } from 'graphql'
import { describe, expect, test } from 'vitest'
import { startEmailing } from '../support/emailing.ts'
import { everyField, everyRoot } from '../support/every-field.ts'
import { idle } from '../support/jobs.ts'
import { follow, listening } from '../support/live.ts'

const { company, origin, server, kindsTo } = await startEmailing()
const { schema } = await import('../../server/schema.ts')
const { numberEvents } = await import('../../server/events/numbering.ts')
const website = await company()
const { key, team, open } = website
const jane = 'jane.notes@example.com'
const paul = 'paul.notes@example.com'
const ticketId = await open(jane, { participants: [paul] })
await website.acquaint(jane, paul)
const readers = { customer: await website.customer(jane), participant: await website.customer(paul) }

const canary = `canary-${randomUUID()}`
const { upload } = await key.run(
  'createUpload',
  { name: `${canary}.txt`, type: 'text/plain', size: 2 },
  'upload { id url }',
)
expect((await fetch(upload.url, { method: 'PUT', body: 'hi' })).status).toBe(204)
const state = 'updatedAt messageCount unreadCount preview lastActivityAt status'
const stateOf = async () =>
  (await readers.customer.ask(`query ($id: ID!) { ticket(id: $id) { ${state} } }`, { id: ticketId })).ticket
const before = await stateOf()
const input = { ticketId, body: `A note with a ${canary}`, attachmentIds: [upload.id] }
const { note } = await key.run('addNote', input, 'note { id bodyHtml attachments { id name url } }')
const { draft } = await key.run(
  'proposeReply',
  { ticketId, body: `A proposal with a ${canary}` },
  'draft { id }',
)
const internal = '{ events(types: [NOTE_ADDED, REPLY_PROPOSED]) { edges { node { id } } } }'
async function internalEvents(caller: typeof key): Promise<string[]> {
  const { events } = await caller.ask(internal)
  return events.edges.map(({ node }: { node: { id: string } }) => node.id)
}
await numberEvents()
const eventIds = await internalEvents(key)

const given = {
  ticket: `(id: "${ticketId}")`,
  ticketByNumber: '(number: 1)',
  ticketByExternalId: '(externalId: "none")',
  checkIntegration: '(input: { url: "https://a.example/", referrer: "a.example" })',
  messageAdded: `(ticketId: "${ticketId}", after: 0)`,
  typing: `(ticketId: "${ticketId}")`,
  eventAdded: '(after: "")',
}
const fieldsOf = (root: GraphQLObjectType | null | undefined) =>
  everyField(schema, root as GraphQLObjectType, given)
const decoded = (text: string) => Buffer.from(text, 'base64').toString()
/** Ids of the API and of rows. */
const bothIds = (id: string) => [id, decoded(id).split(':').at(-1) ?? '']
const secrets = [canary, ...[note.id, draft.id, ...eventIds].flatMap(bothIds)]

/** Ids and cursors are base64: what is in them counts, too. */
function expectNothing(text: string, words = secrets): void {
  const all = [text, ...(text.match(/[\w+/-]{16,}/g) ?? []).map(decoded)].join('\n')
  expect(words.filter((word) => all.includes(word))).toEqual([])
}

test('the walk finds note and proposal for those who may see them', async () => {
  expect([eventIds.length, secrets.length]).toEqual([2, 9])
  expect(note).toMatchObject({ bodyHtml: expect.stringContaining(canary) })
  const operations = fieldsOf(schema.getQueryType())
  expect(operations.length).toBeGreaterThan(60)
  const answers = await Promise.all(operations.map((query) => team.send(`{ ${query} }`)))
  expect(answers.flatMap(({ errors }) => errors ?? []).map(({ message }) => message)).toEqual([])
  const found = JSON.stringify(answers)
  for (const id of [note.id, draft.id, ...eventIds]) expect(found).toContain(id)
  expect(() => expectNothing(found)).toThrow()
  expect((await fetch(note.attachments[0].url)).status).toBe(200)
})

describe.each(['customer', 'participant'] as const)('a %s', (name) => {
  const reader = readers[name]

  test('finds neither note nor proposal in any field of the schema', async () => {
    const answers = await Promise.all(
      fieldsOf(schema.getQueryType()).map((query) => reader.send(`{ ${query} }`)),
    )
    expectNothing(JSON.stringify(answers.map(({ data }) => data)))
    const hidden = 'query ($id: ID!) { ticket(id: $id) { notes { id } proposedReplies { id } } }'
    const { ticket } = await reader.ask(hidden, { id: ticketId })
    expect(ticket).toEqual({ notes: null, proposedReplies: null })
  })

  test('finds neither by its id, type or words', async () => {
    const query = `query ($ids: [ID!]!, $text: String!) { nodes(ids: $ids) { id } tickets(filter: { search: $text }) { edges { node { id } } } }`
    const found = await reader.ask(query, { ids: [note.id, draft.id, ...eventIds, upload.id], text: canary })
    expect(found).toEqual({ nodes: [null, null, null, null, null], tickets: { edges: [] } })
    expect(await internalEvents(reader)).toEqual([])
  })

  test('receives nothing from any stream because of a note or a proposal', async () => {
    await idle()
    const streams = [
      ...everyRoot(schema, schema.getSubscriptionType() as GraphQLObjectType, given),
      'ticketChanged { ticketId }',
    ]
    const followers = streams.map((query) => follow(reader, `subscription { ${query} }`))
    const atTeam = follow(team, 'subscription { ticketChanged { ticketId } }')
    await listening(origin, followers.length + 1)
    await team.run('addNote', { ticketId, body: `Another ${canary}` }, '__typename')
    await key.run('proposeReply', { ticketId, body: `Another ${canary}` }, '__typename')
    const names = (id: string) => (items: { ticketChanged: { ticketId: string } }[]) =>
      items.some(({ ticketChanged }) => ticketChanged.ticketId === id)
    await atTeam.until(names(ticketId))
    const { ticket } = await reader.run('openTicket', { subject: 'Later', body: 'Later' }, 'ticket { id }')
    const watching = followers.at(-1)
    await watching?.until(names(ticket.id))
    expect(names(ticketId)(watching?.items ?? [])).toBe(false)
    const ids = (await internalEvents(key)).flatMap(bothIds)
    expectNothing(JSON.stringify(followers.map(({ items }) => items)), [...secrets, ...ids])
    await Promise.all([...followers, atTeam].map((one) => one.close()))
  })
})

test('the export of a customer has neither note nor proposal', async () => {
  const { export: made } = await team.run('exportCustomer', { email: jane }, 'export { id }')
  await idle()
  const { node } = await team.ask('query ($id: ID!) { node(id: $id) { ... on Export { url } } }', {
    id: made.id,
  })
  const text = await (await fetch(node.url)).text()
  expect(text).toContain(jane)
  expectNothing(text)
})

test('neither changes anything that a customer sees of the ticket', async () => {
  expect(await stateOf()).toEqual(before)
})

test('a note is neither emailed nor in the frame’s document', async () => {
  await team.run('reply', { ticketId, body: 'A public reply' }, '__typename')
  await expect.poll(async () => (await kindsTo(jane)).includes('REPLIED'), { timeout: 60_000 }).toBe(true)
  for (const address of [jane, paul, website.ada, website.olaf]) {
    for (const { text, html } of server.to(address)) expectNothing(`${text} ${html}`)
  }
  const page = await fetch(website.frameUrl(jane), { headers: { referer: 'https://app.acme.com/' } })
  expect(page.status).toBe(200)
  expectNothing(await page.text())
})
