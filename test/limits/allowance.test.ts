import { describe, expect, test } from 'vitest'
import { encodeGlobalID } from '../../server/api/global-id.ts'
import { startOwnApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { load, newAddress } from '../support/page.ts'
import { openSocket } from '../support/raw-socket.ts'
import { createTestWebsite, dashboard, hmac } from '../support/website.ts'

const { origin, rootKey } = await startOwnApp({ COST_PER_MINUTE: '1', TRUST_PROXY: '127.0.0.1,::1' })
const { db } = await import('../../server/database/db.ts')
const website = await createTestWebsite(origin, rootKey)

const repeat = (count: number, part: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => part(at)).join(' ')

/** The complete response with its headers. */
async function call(
  token: string | undefined,
  query: string,
  more: { variables?: object; headers?: object } = {},
) {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...more.headers,
    },
    body: JSON.stringify({ query, variables: more.variables }),
  })
  return { status: response.status, headers: response.headers, ...(await response.json()) }
}

/** 9,999 points, but hardly any work: there are no such tickets. */
const dear = `query ($ids: [ID!]!) { ${repeat(9, (at) => `n${at}: nodes(ids: $ids) { ${repeat(11, (field) => `f${field}: id`)} }`)} }`
const ids = Array(100).fill(encodeGlobalID('Ticket', website.websiteId))

/** Repeats a query until it is refused; returns the number of successes, and the refusal. */
async function exhaust(token: string | undefined, query = dear, headers = {}) {
  for (let count = 0; ; count++) {
    const answer = await call(token, query, { headers, variables: { ids } })
    if (answer.errors) return { count, answer }
  }
}

/** Signs a customer in this many times in one operation, from a new address. */
function signIn(email: string, count: number) {
  const input = { websiteId: website.websiteId, email, hmac: hmac(email, website.secret) }
  return apiClient(origin, undefined, { origin: dashboard, ...newAddress() }).send(
    `mutation ($input: OpenSessionInput!) { ${repeat(count, (at) => `o${at}: openSession(input: $input) { __typename }`)} }`,
    { input },
  )
}

const refusal = { code: 'RATE_LIMITED', retryAfter: expect.any(Number) }

describe('every response over HTTP has its cost, what remains, and until when', () => {
  test.for<[string, number, () => Promise<string | undefined>]>([
    ['a customer', 100_000, async () => (await website.openSession('cost@example.com')).token],
    ['an operator', 500_000, async () => (await website.openOperatorSession('ada@acme.com')).token],
    ['a key', 2_000_000, async () => website.apiKey],
    ['the root key', 2_000_000, async () => rootKey],
    ['nobody', 20_000, async () => undefined],
  ])('for %s, with %i points a minute', async ([, limit, token]) => {
    const headers = newAddress()
    const bearer = await token()
    const first = (await call(bearer, '{ viewer { __typename } }', { headers })).extensions.cost
    const { extensions } = await call(bearer, '{ viewer { __typename } }', { headers })
    expect(extensions.cost).toEqual({
      requested: first.requested,
      limit,
      remaining: first.remaining - first.requested,
      resetAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    })
    expect(first.requested).toBeGreaterThan(0)
    const left = Date.parse(extensions.cost.resetAt) - Date.now()
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThanOrEqual(60_000)
  })

  test('even if it is refused, or its variables are wrong', async () => {
    const query = 'query ($first: Int) { tickets(first: $first) { totalCount } }'
    for (const first of [101, 'x', 9_999]) {
      const { errors, extensions } = await call(website.apiKey, query, { variables: { first } })
      expect([errors.length, extensions.cost.limit]).toEqual([1, 2_000_000])
    }
  })
})

test('only a subscription’s first response has its cost, over a socket and as an event stream', async () => {
  const customer = await website.customer('live@example.com')
  const opened = 'ticket { id }'
  const { ticket } = await customer.run('openTicket', { subject: 'Hi', body: '1' }, opened)
  const query = `subscription { messageAdded(ticketId: "${ticket.id}", after: 0) { position } }`
  const cost = {
    requested: expect.any(Number),
    limit: 100_000,
    remaining: expect.any(Number),
    resetAt: expect.any(String),
  }
  await customer.run('reply', { ticketId: ticket.id, body: '2' }, opened)
  const first = { data: { messageAdded: { position: 1 } }, extensions: { cost } }
  const second = { data: { messageAdded: { position: 2 } } }

  const socket = await openSocket(origin)
  await socket.init(customer.token ?? '')
  socket.subscribe('1', query)
  expect((await socket.next()).payload).toEqual(first)
  expect((await socket.next()).payload).toEqual(second)
  socket.close()

  const stream = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${customer.token}`,
    },
    body: JSON.stringify({ query }),
  })
  let text = ''
  for await (const part of stream.body as unknown as AsyncIterable<Uint8Array>) {
    text += Buffer.from(part).toString()
    if (text.match(/event: next/g)?.length === 2) break
  }
  const events = [...text.matchAll(/^data: (\{.*)$/gm)].map(([, json = '']) => JSON.parse(json))
  expect(events).toEqual([first, second])
})

describe('a customer without points left', () => {
  test('is refused over HTTP, socket and document until it resets, while others are not', async () => {
    const { token, renewalToken } = await website.openSession('busy@example.com')
    const again = (await website.openSession('busy@example.com')).token
    const { count, answer } = await exhaust(token)
    expect(count).toBe(9)
    expect(answer.errors).toEqual([
      { message: expect.stringMatching(/try again in \d+ seconds/), extensions: refusal },
    ])
    expect(answer.errors[0].extensions.retryAfter).toBeLessThanOrEqual(60)
    expect(answer.headers.get('retry-after')).toBe(String(answer.errors[0].extensions.retryAfter))
    expect(answer.extensions.cost).toMatchObject({ limit: 100_000 })
    expect(answer.extensions.cost.remaining).toBeLessThan(answer.extensions.cost.requested)
    // The remaining 9,509 points are enough for 38 sign-ins.
    const signIns = await signIn('busy@example.com', 75)
    expect([signIns.errors?.length, signIns.errors?.[0]?.extensions]).toEqual([37, refusal])
    const renewal = `mutation { renewSession(input: { renewalToken: "${renewalToken}" }) { __typename } }`
    expect((await call(undefined, renewal, { headers: newAddress() })).errors[0].extensions).toEqual(refusal)
    const openTicket = 'mutation { openTicket(input: { subject: "Hi", body: "Hi" }) { __typename } }'
    expect((await call(token, openTicket)).errors[0].extensions).toEqual(refusal)
    expect(await db.ticket.count({ where: { customer: { email: 'busy@example.com' } } })).toBe(0)
    const socket = await openSocket(origin)
    await socket.init(token)
    expect((await socket.ask('1', dear, { ids })).errors[0].extensions).toEqual(refusal)
    expect(
      (await socket.ask('2', 'subscription { ticketChanged { ticketId } }')).errors[0].extensions,
    ).toEqual(refusal)
    socket.close()
    const page = await load(website.frameUrl('busy@example.com'), { referer: `${dashboard}/` })
    expect([page.status, Number(page.headers['retry-after']) > 0]).toEqual([429, true])
    expect((await call(again, openTicket, { headers: newAddress() })).errors[0].extensions).toEqual(refusal)

    const other = await website.customer('joe@example.com')
    expect(await other.ask('{ tickets { totalCount } }')).toEqual({ tickets: { totalCount: 0 } })
    expect(await load(website.frameUrl('joe@example.com'), { referer: `${dashboard}/` })).toMatchObject({
      status: 200,
    })
    expect((await call(website.apiKey, openTicket)).errors).toBeUndefined()
  })

  test('has also spent them by writing: long texts cost more, and invalid input costs as much', async () => {
    const { token } = await website.openSession('writer@example.com')
    const reply = (body: string) =>
      call(token, 'mutation ($input: ReplyInput!) { reply(input: $input) { __typename } }', {
        variables: { input: { ticketId: 'x', body } },
      })
    const [short, long] = [await reply('Hi'), await reply('x'.repeat(20_000))]
    expect(short.data).toEqual({ reply: { __typename: 'InvalidInput' } })
    expect(short.extensions.cost.requested).toBeGreaterThanOrEqual(250)
    expect(long.extensions.cost.requested - short.extensions.cost.requested).toBeGreaterThanOrEqual(499)
  })
})

describe('signed-out callers', () => {
  test('are limited by address, and for introspection, and can still sign in', async () => {
    const headers = { origin: dashboard, ...newAddress() }
    const { count, answer } = await exhaust(undefined, '{ __schema { types { name } } }', headers)
    expect(count).toBeLessThan(50)
    expect(answer.errors[0].extensions).toEqual(refusal)
    const page = apiClient(origin, undefined, headers)
    const email = 'jane@example.com'
    const signed = { websiteId: website.websiteId, email, hmac: hmac(email, website.secret) }
    expect(await page.attempt('openSession', signed)).toMatchObject({ __typename: 'OpenSessionPayload' })
    expect(
      (await call(undefined, '{ __schema { types { name } } }', { headers: newAddress() })).errors,
    ).toBeUndefined()
  })
})
