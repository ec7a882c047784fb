import { afterAll, describe, expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { bootOf, load } from '../support/page.ts'
import { openSocket } from '../support/raw-socket.ts'
import { createTestWebsite, dashboard } from '../support/website.ts'

const { origin, rootKey } = await startOwnApp()
const { db } = await import('../../server/database/db.ts')
const website = await createTestWebsite(origin, rootKey)
const session = await website.openSession('jane@example.com')
const customer = await website.customer('jane@example.com')
const { ticket } = await customer.run('openTicket', { subject: 'Hi', body: 'Hi' }, 'ticket { id }')
const socket = await openSocket(origin)
await socket.init(session.token)
afterAll(() => socket.close())

// From here on, every statement on these tables fails.
await db.$executeRawUnsafe('DROP TABLE "Faq" CASCADE')
await db.$executeRawUnsafe('ALTER TABLE "Message" RENAME COLUMN "body" TO "text"')

const masked = {
  message: 'Internal server error',
  extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
}
const inside =
  /prisma|select|insert|faq"|does not exist|relation|postgres|pglite|invocation|\.ts\b|node_modules|stack|P20\d\d|originalError/i

const failing: [name: string, query: string, variables: Record<string, unknown>][] = [
  ['a query', '{ website { name faqs { question } } }', {}],
  [
    'a mutation',
    'mutation ($input: ReplyInput!) { reply(input: $input) { __typename } }',
    { input: { ticketId: ticket.id, body: 'Hi' } },
  ],
  [
    'a subscription',
    'subscription ($ticketId: ID!) { messageAdded(ticketId: $ticketId, after: 0) { body } }',
    { ticketId: ticket.id },
  ],
]

describe('an internal error', () => {
  test.for(failing.slice(0, 2))('in %s is masked, over HTTP', async ([, query, variables]) => {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${session.token}` },
      body: JSON.stringify({ query, variables }),
    })
    const text = await response.text()
    expect(response.status).toBe(200)
    expect(JSON.parse(text).errors).toEqual([expect.objectContaining(masked)])
    expect(text).not.toMatch(inside)
    expect(JSON.stringify([...response.headers])).not.toMatch(inside)
  })

  test.for(failing)('in %s is masked, over a WebSocket', async ([name, query, variables]) => {
    socket.subscribe(name, query, variables)
    const { payload } = await socket.next()
    expect(payload.errors).toEqual([expect.objectContaining(masked)])
    expect(JSON.stringify(payload)).not.toMatch(inside)
    expect(await socket.next()).toEqual({ id: name, type: 'complete' })
  })

  test('in a subscription is masked, over server-sent events', async () => {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${session.token}`,
      },
      body: JSON.stringify({ query: failing[2]?.[1], variables: failing[2]?.[2] }),
    })
    const text = await response.text()
    expect(JSON.parse(/^data: (.+)$/m.exec(text)?.[1] ?? '').errors).toEqual([
      expect.objectContaining(masked),
    ])
    expect(text).not.toMatch(inside)
  })

  test('has its own id each time', async () => {
    const first = await customer.send('{ website { faqs { question } } }')
    const second = await customer.send('{ website { faqs { question } } }')
    expect(first.errors?.[0]?.extensions.requestId).not.toBe(second.errors?.[0]?.extensions.requestId)
  })

  test('does not affect neighboring fields', async () => {
    const { data } = await customer.send(
      '{ viewer { __typename } tickets { totalCount } website { faqs { question } } }',
    )
    expect(data).toEqual({ viewer: { __typename: 'Customer' }, tickets: { totalCount: 1 }, website: null })
  })

  test('in the first screen leaves the session in the document', async () => {
    const page = await load(website.frameUrl('jane@example.com'), { referer: `${dashboard}/` })
    expect([page.status, bootOf(page).data]).toEqual([200, null])
    expect(page.body.replace(/<script type="module">.*/s, '')).not.toMatch(/prisma|SELECT|relation/)
  })
})
