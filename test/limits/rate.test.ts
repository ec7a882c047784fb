import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient, type Client } from '../support/client.ts'
import { load, newAddress } from '../support/page.ts'
import { openSocket } from '../support/raw-socket.ts'
import { createTestWebsite, dashboard, hmac } from '../support/website.ts'

const { origin, rootKey } = await startApp({ TRUST_PROXY: '127.0.0.1,::1' })
const website = await createTestWebsite(origin, rootKey)
const email = 'jane@example.com'
const markRead = 'mutation ($input: MarkTicketReadInput!) { markTicketRead(input: $input) { __typename } }'
const refusalsPerMinute = 60
const mutationsPerMinute = 120

/** Runs the mutation so many times, by as many aliases as fit into a document; fails when one is refused. */
async function markReadTimes(client: Client, times: number, input: object) {
  for (let left = times; left > 0; left -= 60) {
    const aliases = Array.from(
      { length: Math.min(left, 60) },
      (_, index) => `a${index}: markTicketRead(input: $input) { __typename }`,
    )
    await client.ask(`mutation ($input: MarkTicketReadInput!) { ${aliases.join(' ')} }`, { input })
  }
}

describe('an address from which identities are refused', () => {
  const wrong = website.frameUrl(email).replace(/hmac=./, 'hmac=x')

  test('is told to wait after sixty documents, while the right HMAC still opens', async () => {
    const from = { referer: `${dashboard}/`, ...newAddress() }
    for (let count = 0; count < refusalsPerMinute; count++)
      expect(await load(wrong, from)).toMatchObject({ status: 401 })
    const refused = await load(wrong, from)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
    expect(await load(website.frameUrl(email), from)).toMatchObject({ status: 200 })
    expect(await load(wrong, { ...from, ...newAddress() })).toMatchObject({ status: 401 })
  })

  const page = apiClient(origin, undefined, { origin: dashboard, ...newAddress() })
  const right = { websiteId: website.websiteId, email, hmac: hmac(email, website.secret) }
  const tokens = 'token expiresAt renewalToken renewUntil'

  test('is told to wait after sixty openSession and renewSession, while the right HMAC still opens', async () => {
    const client = apiClient(origin, undefined, { origin: dashboard, ...newAddress() })
    const { websiteId, secret } = website
    const openWrong = () =>
      client.send('mutation ($input: OpenSessionInput!) { openSession(input: $input) { __typename } }', {
        input: { websiteId, email, hmac: 'x' },
      })
    for (let count = 0; count < refusalsPerMinute; count += 2) {
      expect((await openWrong()).data.openSession.__typename).toBe('NotAllowed')
      expect(await client.attempt('renewSession', { renewalToken: 'x' })).toMatchObject({
        __typename: 'NotAllowed',
      })
    }
    for (let count = refusalsPerMinute; count <= mutationsPerMinute; count++) {
      const { errors } = await openWrong()
      expect(errors?.[0]?.extensions).toEqual({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) })
    }
    const right = { websiteId, email, hmac: hmac(email, secret) }
    expect(await client.attempt('openSession', right)).toMatchObject({ __typename: 'OpenSessionPayload' })
  })

  test('still signs people in and renews their sessions after 1,250 wrong calls', async () => {
    const { session } = await page.run('openSession', right, `session { ${tokens} }`)
    const renewals = Array.from(
      { length: 25 },
      (_, index) => `r${index}: renewSession(input: { renewalToken: "x" }) { __typename }`,
    )
    const openings = renewals.map((_, index) => `o${index}: openSession(input: $input) { ...Opened }`)
    const attack = `mutation ($input: OpenSessionInput!) { ${[...openings, ...renewals].join(' ')} }
      fragment Opened on OpenSessionPayload { session { ${tokens} } viewer { ... on Customer { id email name } } }`
    for (let calls = 0; calls < 1_250; calls += openings.length + renewals.length)
      await page.send(attack, { input: { ...right, hmac: 'x' } })
    const { errors } = await page.send(attack, { input: { ...right, hmac: 'x' } })
    expect(errors?.[0]?.extensions.code).toBe('RATE_LIMITED')
    await page.run('openSession', right, '__typename')
    await page.run('renewSession', { renewalToken: session.renewalToken }, '__typename')
  })

  test('is the peer’s own, unless a trusted proxy names another', async () => {
    const forged = ['x-real-ip', 'cf-connecting-ip', 'true-client-ip', 'forwarded', 'client-ip']
    const address = newAddress()
    for (let count = 0; count < refusalsPerMinute; count++) {
      const headers = Object.fromEntries(forged.map((name) => [name, `10.0.0.${count}`]))
      await load(wrong, {
        referer: `${dashboard}/`,
        ...headers,
        'x-forwarded-for': `10.0.1.${count}, ${address['x-forwarded-for']}`,
      })
    }
    expect(await load(wrong, { referer: `${dashboard}/`, ...address })).toMatchObject({ status: 429 })
  })
})

describe('a customer', () => {
  test('may change 120 things a minute, by HTTP, by WebSocket and by alias; others are not held up', async () => {
    const customer = await website.customer(email)
    const { ticket } = await customer.run('openTicket', { subject: 'Hi', body: 'Hi' }, 'ticket { id }')
    const input = { ticketId: ticket.id, position: 1 }
    const socket = await openSocket(origin)
    await socket.init(customer.token ?? '')
    await markReadTimes(customer, 57, input)
    for (let count = 0; count < 31; count++) await socket.ask(`${count}`, markRead, { input })
    for (let count = 0; count < 31; count++) await customer.ask(markRead, { input })
    const refusal = { code: 'RATE_LIMITED', retryAfter: expect.any(Number) }
    const { data, errors } = await customer.send(markRead, { input })
    expect([data, errors?.[0]?.extensions]).toEqual([{ markTicketRead: null }, refusal])
    expect(Number(errors?.[0]?.extensions.retryAfter)).toBeLessThanOrEqual(60)
    expect((await socket.ask('last', markRead, { input })).errors[0].extensions).toEqual(refusal)
    socket.close()
    expect(await customer.ask('query ($id: ID!) { ticket(id: $id) { number } }', ticket)).toEqual({
      ticket: { number: 1 },
    })
    const other = await website.customer('joe@example.com')
    expect(await other.attempt('openTicket', { subject: 'Hi', body: 'Hi' })).toMatchObject({
      __typename: 'OpenTicketPayload',
    })
    const again = apiClient(origin, (await website.openSession(email)).token, newAddress())
    expect((await again.send(markRead, { input })).errors?.[0]?.extensions).toEqual(refusal)
  })

  test('is counted before the input is looked at', async () => {
    const customer = await website.customer('careless@example.com')
    const input = { ticketId: 'nonsense', position: 1 }
    await markReadTimes(customer, mutationsPerMinute, input)
    expect((await customer.send(markRead, { input })).errors?.[0]?.extensions.code).toBe('RATE_LIMITED')
  })

  test('holds up no key', async () => {
    await markReadTimes(website.key, mutationsPerMinute + 1, { ticketId: 'nonsense', position: 1 })
  })
})
