import { describe, expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { newAddress } from '../support/page.ts'
import { createTestWebsite, dashboard, hmac } from '../support/website.ts'

const { origin, rootKey } = await startOwnApp({ COST_PER_MINUTE: '1', TRUST_PROXY: '127.0.0.1,::1' })
const website = await createTestWebsite(origin, rootKey)

const email = 'jane@example.com'
const right = { websiteId: website.websiteId, email, hmac: hmac(email, website.secret) }
const aliases = (count: number, field: string) =>
  Array.from({ length: count }, (_, at) => `a${at}: ${field}(input: $input) { __typename }`).join(' ')
const opening = (count: number) => `mutation ($input: OpenSessionInput!) { ${aliases(count, 'openSession')} }`
const renewing = (count: number) =>
  `mutation ($input: RenewSessionInput!) { ${aliases(count, 'renewSession')} }`

/** The whole answers to somebody without a session, at one address. */
function visitor(token?: string) {
  const headers: Record<string, string> = {
    origin: dashboard,
    ...newAddress(),
    'content-type': 'application/json',
  }
  if (token) headers.authorization = `Bearer ${token}`
  return async (query: string, input: object) => {
    const body = JSON.stringify({ query, variables: { input } })
    const answer = await fetch(`${origin}/graphql`, { method: 'POST', headers, body })
    return (await answer.json()) as Answer
  }
}
interface Answer {
  data?: Record<string, { __typename: string } | null>
  errors?: { message: string; extensions: { code: string } }[]
  extensions: { cost: { requested: number; remaining: number; limit: number } }
}

const long = {
  participants: { ...right, hmac: 'x', participants: Array(45_000).fill('a@b.test') },
  nickname: { ...right, hmac: 'x', nickname: 'x'.repeat(450_000) },
  locale: { ...right, hmac: 'x', locale: ' '.repeat(450_000) },
}

describe('a long input of somebody without a session', () => {
  test.for(Object.entries(long))('costs its length for each alias, and is refused: %s', async ([, input]) => {
    const ask = visitor()
    const { data, errors, extensions } = await ask(opening(81), input)
    expect([data, errors?.[0]?.extensions.code]).toEqual([undefined, 'QUERY_TOO_COMPLEX'])
    expect(errors?.[0]?.extensions).toMatchObject({ limit: 10_000 })
    expect(extensions.cost.remaining).toBe(20_000 - extensions.cost.requested)
    expect(extensions.cost.requested).toBe(250)
  })

  test('also as a token to renew', async () => {
    const { errors } = await visitor()(renewing(81), { renewalToken: '.'.repeat(500_000) })
    expect(errors?.[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX')
  })

  test('is paid by the address where it is allowed, but never keeps others there from signing in', async () => {
    const ask = visitor()
    const longish = { ...right, hmac: 'x', nickname: 'x'.repeat(100_000) }
    const { extensions } = await ask(opening(1), longish)
    expect(extensions.cost.requested).toBeGreaterThan(2_500)
    let answer = await ask(opening(1), longish)
    for (let times = 0; times < 10 && !answer.errors; times++) answer = await ask(opening(1), longish)
    expect(answer.errors?.[0]?.extensions.code).toBe('RATE_LIMITED')
    expect((await ask(opening(1), right)).data).toEqual({ a0: { __typename: 'OpenSessionPayload' } })
  })

  test('is cut where it is unsigned, and as a token refused with a sentence', async () => {
    const unsigned = {
      nickname: 'x'.repeat(100_000),
      locale: 'x'.repeat(50_000),
      participants: Array(9_000).fill(''),
    }
    expect((await visitor()(opening(1), { ...right, ...unsigned })).data).toEqual({
      a0: { __typename: 'OpenSessionPayload' },
    })
    const page = apiClient(origin, undefined, { origin: dashboard })
    expect(await page.attempt('renewSession', { renewalToken: 'x'.repeat(20_000) })).toMatchObject({
      issues: [{ path: ['input', 'renewalToken'], message: 'At most 16000 characters' }],
    })
  })
})

test('signing in costs somebody with a session what its input is long', async () => {
  const { token } = await website.openSession(email)
  const ask = visitor(token)
  const cost = async (nickname: string) =>
    (await ask(opening(1), { ...right, hmac: 'x', nickname })).extensions.cost.requested
  expect((await cost('x'.repeat(40_000))) - (await cost(''))).toBe(1_000)
})

test('an operation that signs in and does more is paid for', async () => {
  const query = `mutation ($input: OpenSessionInput!) {
    openSession(input: $input) { __typename } reply(input: { ticketId: "x", body: "x" }) { __typename }
  }`
  const { extensions } = await visitor()(query, right)
  expect(extensions.cost.requested).toBeGreaterThan(250)
  expect(extensions.cost.remaining).toBe(20_000 - extensions.cost.requested)
})

test('after the first alias that must wait, the others do nothing', async () => {
  const ask = visitor()
  const refused = await ask(opening(81), { ...right, hmac: 'x' })
  expect(Object.values(refused.data ?? {}).filter((one) => one?.__typename === 'NotAllowed')).toHaveLength(60)
  expect(refused.errors).toHaveLength(21)
  const wrong = `{ websiteId: "${right.websiteId}", email: "${email}", hmac: "x" }`
  const query = `mutation ($input: OpenSessionInput!) {
    wrong: openSession(input: ${wrong}) { __typename } right: openSession(input: $input) { __typename }
  }`
  const { data } = await ask(query, right)
  expect(data).toEqual({ wrong: null, right: null })
  expect((await ask(opening(1), right)).data).toEqual({ a0: { __typename: 'OpenSessionPayload' } })
})
