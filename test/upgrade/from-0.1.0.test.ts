import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiClient, type Client } from '../support/client.ts'
import { type ServerProcess, spawnServer } from '../support/process.ts'
import { dashboard, hmac } from '../support/website.ts'
import { databaseOf010, of010 } from './dump-0.1.0.ts'

const { websiteId, secret, apiKey } = of010
let server: ServerProcess
let remove: () => void
let key: Client
let jane: Client

async function signIn(origin: string, email: string): Promise<Client> {
  const input = { websiteId, email, hmac: hmac(email, secret) }
  const page = apiClient(origin, undefined, { origin: dashboard })
  return apiClient(origin, (await page.run('openSession', input, 'session { token }')).session.token)
}

beforeAll(async () => {
  const database = await databaseOf010()
  remove = database.remove
  server = spawnServer(database.variables)
  const origin = await server.origin
  key = apiClient(origin, apiKey)
  jane = await signIn(origin, 'jane@example.com')
})

afterAll(async () => {
  await server.stop()
  remove()
})

const list = 'tickets(first: 5, orderBy: CREATED_OLDEST) { edges { node'
const history = `{ ${list} { number events(first: 20) { edges { node {
  __typename actor { __typename } ... on StatusChanged { from to } ... on ParticipantAdded { email }
} } } } } } }`

interface Node {
  __typename: string
  actor: { __typename: string } | null
  from?: string
  to?: string
  email?: string
}

/** Each event as its type, details and actor. */
const lineOf = ({ __typename, actor, from, to, email }: Node) =>
  [__typename, to ? `${from}-${to}` : email, actor?.__typename ?? 'nobody known'].filter(Boolean).join(' ')

async function historyOf(caller: Client): Promise<Record<number, string[]>> {
  const { tickets } = await caller.ask(history)
  return Object.fromEntries(
    tickets.edges.map(({ node }: { node: { number: number; events: { edges: { node: Node }[] } } }) => [
      node.number,
      node.events.edges.map((edge) => lineOf(edge.node)),
    ]),
  )
}

describe('a database of version 0.1.0', () => {
  test('is completely readable by this version', async () => {
    const { tickets, website } = await key.ask(`{
      ${list} { subject status solvedAt categoryName updatedAt participants { email } messages { edges { node { body } } } } } }
      website { name categories { name } faqs { question } operators { name } customStyles { styles } }
    }`)
    expect(tickets.edges.map(({ node }: { node: object }) => node)).toMatchObject([
      {
        subject: 'Invoice is wrong',
        status: 'OPEN',
        solvedAt: null,
        categoryName: 'Billing',
        participants: [{ email: 'paul@example.com' }, { email: 'rita@example.com' }],
        messages: { edges: [{}, {}, { node: { body: 'Thanks' } }] },
      },
      { subject: 'Parcel', status: 'SOLVED', solvedAt: expect.any(String) },
      { subject: 'Welcome', status: 'PENDING' },
      { subject: 'Solved by myself', status: 'SOLVED', solvedAt: expect.any(String) },
    ])
    expect(website).toMatchObject({ name: 'Acme', categories: [{}, {}], faqs: [{}], operators: [{}, {}] })
  })

  test('gets its tickets’ history, in order, as far as it is known', async () => {
    const opened = (by: string) => [`TicketOpened ${by}`, `MessagePosted ${by}`]
    await expect
      .poll(() => historyOf(key), { timeout: 120_000 })
      .toEqual({
        1: [
          ...opened('Customer'),
          'MessagePosted Operator',
          'StatusChanged OPEN-PENDING Operator',
          'MessagePosted Customer',
          'StatusChanged PENDING-OPEN Customer',
          'ParticipantAdded rita@example.com nobody known',
        ],
        2: [
          ...opened('Customer'),
          'MessagePosted Integration',
          'StatusChanged OPEN-PENDING Integration',
          'StatusChanged PENDING-SOLVED nobody known',
        ],
        3: opened('Integration'),
        4: opened('Customer'),
      })
    const { events } = await jane.ask('{ events(first: 100) { edges { node { createdAt } } } }')
    expect(events.edges).toHaveLength(7 + 2 + 2)
  })

  test('gets its texts as HTML', async () => {
    const query = `{ ${list} { messages { edges { node { bodyHtml } } } } } } }`
    const { tickets } = await key.ask(query)
    const [first] = tickets.edges[0].node.messages.edges.slice(1)
    expect(first.node.bodyHtml).toContain('<a href="https://acme.com/invoice"')
  })

  test('can be continued', async () => {
    const { tickets } = await jane.ask(`{ ${list} { id number } } } }`)
    const ticketId = tickets.edges[0].node.id
    await jane.run('reply', { ticketId, body: 'And now?' }, 'newMessage { position }')
    const { ticket } = await jane.run('openTicket', { subject: 'New', body: 'One' }, 'ticket { number }')
    expect(ticket.number).toBe(5)
    await expect.poll(async () => (await historyOf(jane))[1]?.at(-1)).toBe('MessagePosted Customer')
  })
})
