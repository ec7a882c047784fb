import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { byCaller, everyCaller, groups, type Verdicts } from '../support/callers.ts'
import type { Answer, Client } from '../support/client.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { publish } = await import('../../server/wakeups/publish.ts')
const { topics } = await import('../../server/wakeups/wake.ts')
const { schema } = await import('../../server/schema.ts')
const { website, foreign, callers, newTicket } = await everyCaller(origin, rootKey)
const ticket = await newTicket()
await db.ticket.updateMany({
  where: { websiteId: website.websiteId, number: ticket.number },
  data: { externalId: ticket.id },
})
// Everybody has an event in the log, though not one of the ticket’s; no other ticket has its number.
await db.website.update({ where: { id: foreign.websiteId }, data: { ticketCount: 10 } })
for (const name of ['other', 'stranger'] as const) {
  await callers[name].run('openTicket', { subject: 'Mine', body: 'Mine' }, '__typename')
}

const { inside, outside, anonymous, signedIn } = groups
const readers = { ...anonymous, ok: `${inside} reader writer fullKey`, FORBIDDEN: 'bareKey root' }
const teamReaders = {
  ...anonymous,
  ok: 'agent admin reader writer fullKey',
  none: 'foreignAdmin foreignKey',
  FORBIDDEN: 'owner participant other stranger bareKey root',
}
const members = { ...anonymous, ok: signedIn, FORBIDDEN: 'root' }

interface Row {
  /** 'none': a list or stream without the ticket. */
  verdicts: Verdicts
  field: string
}

const queries: Record<string, Row> = {
  viewer: {
    verdicts: { ok: `${signedIn} root`, null: 'nobody', UNAUTHENTICATED: 'refused' },
    field: 'viewer { __typename }',
  },
  website: { verdicts: members, field: 'website { id }' },
  ticket: { verdicts: { ...readers, null: outside }, field: `ticket(id: "${ticket.id}") { id }` },
  ticketByNumber: {
    verdicts: { ...readers, null: outside },
    field: `ticketByNumber(number: ${ticket.number}) { id }`,
  },
  ticketByExternalId: {
    verdicts: { ...readers, null: outside },
    field: `ticketByExternalId(externalId: "${ticket.id}") { id }`,
  },
  tickets: { verdicts: { ...readers, none: outside }, field: 'tickets { edges { node { id } } }' },
  messages: { verdicts: teamReaders, field: 'messages { edges { node { ticket { id } } } }' },
  customers: {
    verdicts: teamReaders,
    field: 'customers(filter: { search: "owner" }) { edges { node { tickets { edges { node { id } } } } } }',
  },
  events: { verdicts: { ...readers, none: outside }, field: 'events { edges { node { ticket { id } } } }' },
  node: {
    verdicts: {
      ...readers,
      null: `${outside} bareKey`,
      FORBIDDEN: 'root',
    },
    field: `node(id: "${ticket.id}") { id }`,
  },
  nodes: {
    verdicts: {
      ...readers,
      none: `${outside} bareKey`,
      FORBIDDEN: 'root',
    },
    field: `nodes(ids: ["${ticket.id}"]) { id }`,
  },
  checkIntegration: {
    verdicts: {
      ...anonymous,
      none: 'admin foreignAdmin bareKey fullKey foreignKey',
      FORBIDDEN: 'owner participant other stranger agent reader writer root',
    },
    field: 'checkIntegration(input: { url: "https://a.example/", referrer: "a.example" }) { ok }',
  },
}

const subscriptions: Record<string, Row> = {
  messageAdded: {
    verdicts: { ...readers, FORBIDDEN: `${outside} bareKey root` },
    field: `messageAdded(ticketId: "${ticket.id}", after: 0) { ticket { id } }`,
  },
  typing: {
    verdicts: { ...readers, FORBIDDEN: `${outside} bareKey root` },
    field: `typing(ticketId: "${ticket.id}") { isTeam }`,
  },
  ticketChanged: {
    verdicts: { ...readers, none: outside },
    field: 'ticketChanged { ticket { id } }',
  },
  eventAdded: { verdicts: { ...readers, none: outside }, field: 'eventAdded(after: "") { ticket { id } }' },
  websiteChanged: { verdicts: members, field: 'websiteChanged { id }' },
}

/** The answer in one word. */
function verdictOf({ data, errors }: Answer, field: string): string {
  if (errors) return [...new Set(errors.map(({ extensions }) => extensions.code))].join()
  const value = data?.[field]
  if (value === null) return 'null'
  const namesTicket = /^(viewer|typing|website)/.test(field) || JSON.stringify(value).includes(ticket.id)
  return namesTicket ? 'ok' : 'none'
}

/** The first event of a subscription over server-sent events, after everybody was woken. */
async function firstEvent({ token }: Client, field: string): Promise<Answer> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query: `subscription { ${field} }` }),
  })
  wakeEverybody()
  let text = ''
  for await (const part of response.body ?? []) {
    text += Buffer.from(part).toString()
    const json = /^data: (.+)$/m.exec(text)?.[1]
    if (json) return JSON.parse(json)
  }
  throw new Error(`No event: ${text}`)
}

function wakeEverybody() {
  const ticketId = Buffer.from(ticket.id, 'base64url').toString().replace('Ticket:', '')
  const websites = [website.websiteId, foreign.websiteId]
  const people = ['owner', 'participant', 'other'].map((name) => `${name}@example.com`)
  const woken = websites.flatMap((id) => [
    topics.team(id),
    topics.website(id),
    ...people.map((email) => topics.reader(id, email)),
  ])
  publish({ ticketId, topics: woken })
  const typing = { ticketId, kind: 'operator', id: randomUUID() } as const
  publish({ topics: [topics.typing(ticketId)], typing })
}

describe('the table of callers and fields', () => {
  test('has every query and subscription of the schema', () => {
    expect(Object.keys(queries).sort()).toEqual(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort())
    expect(Object.keys(subscriptions).sort()).toEqual(
      Object.keys(schema.getSubscriptionType()?.getFields() ?? {}).sort(),
    )
  })
})

describe('who may ask for', () => {
  test.for(Object.entries(queries))('%s', async ([name, { verdicts, field }]) => {
    const answers: Record<string, string> = {}
    for (const [caller, client] of Object.entries(callers)) {
      answers[caller] = verdictOf(await client.send(`{ ${field} }`), name)
    }
    expect(answers).toEqual(byCaller(callers, verdicts))
  })
})

describe('who may subscribe to', () => {
  test.for(Object.entries(subscriptions))('%s', async ([name, { verdicts, field }]) => {
    const answers: Record<string, string> = {}
    for (const [caller, client] of Object.entries(callers)) {
      answers[caller] = verdictOf(await firstEvent(client, field), name)
    }
    expect(answers).toEqual(byCaller(callers, verdicts))
  })
})
