import { describe, expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { consoleOf } from '../support/console.ts'
import { load, newAddress } from '../support/page.ts'
import { createTestWebsite, dashboard, hmac } from '../support/website.ts'

const { origin, rootKey } = await startOwnApp({ TRUST_PROXY: '127.0.0.1,::1', VITE_URL: 'http://vite.test' })
const website = await createTestWebsite(origin, rootKey)
const email = 'jane@example.com'
const refusalsPerMinute = 60

describe('an address with refused identities', () => {
  const wrong = website.frameUrl(email).replace(/hmac=./, 'hmac=x')

  test('must wait after sixty documents, while a valid HMAC still works', async () => {
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

  test('must wait after sixty console links, while a valid one still works', async () => {
    const { open, linkTo } = consoleOf(website, 'olaf@acme.com')
    const from = newAddress()
    const links = [linkTo({ signed: 'f'.repeat(64) }), linkTo({ expires: 'x' }), `${linkTo()}&token=x`]
    for (let count = 0; count < refusalsPerMinute; count++)
      expect(await open(links[count % links.length] ?? '', from)).toMatchObject({ status: 401 })
    for (const link of links) {
      const refused = await open(link, from)
      expect([refused.status, Number(refused.headers['retry-after']) > 0]).toEqual([429, true])
    }
    expect(await load(wrong, { referer: `${dashboard}/`, ...from })).toMatchObject({ status: 429 })
    expect(await open(linkTo(), from)).toMatchObject({ status: 303 })
  })

  const page = apiClient(origin, undefined, { origin: dashboard, ...newAddress() })
  const right = { websiteId: website.websiteId, email, hmac: hmac(email, website.secret) }
  const tokens = 'token expiresAt renewalToken renewUntil'

  test('must wait after sixty openSession and renewSession calls, while a valid HMAC still works', async () => {
    const from = { origin: dashboard, ...newAddress() }
    const client = apiClient(origin, undefined, from)
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
    for (let count = refusalsPerMinute; count <= 120; count++) {
      const { errors } = await openWrong()
      expect(errors?.[0]?.extensions).toEqual({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) })
    }
    const query = 'mutation ($input: OpenSessionInput!) { openSession(input: $input) { __typename } }'
    const variables = { input: { websiteId, email, hmac: 'x' } }
    const { status, headers } = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...from },
      body: JSON.stringify({ query, variables }),
    })
    // The rest of the operation may have succeeded.
    expect([status, Number(headers.get('retry-after')) > 0]).toEqual([200, true])
    const right = { websiteId, email, hmac: hmac(email, secret) }
    expect(await client.attempt('openSession', right)).toMatchObject({ __typename: 'OpenSessionPayload' })
  })

  test('can still sign people in and renew their sessions after 1,250 wrong calls', async () => {
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
