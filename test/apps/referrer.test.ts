import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { bootOf, load, newAddress } from '../support/page.ts'
import { createTestWebsite, dashboard, hmac } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const website = await createTestWebsite(origin, rootKey, {
  allowedDomains: ['App.Acme.com', '*.acme.org', '127.0.0.1'],
})
const email = 'jane@example.com'

const pages: [verdict: 'allowed' | 'refused', name: string, page: string | undefined][] = [
  ['allowed', 'the domain itself', 'https://app.acme.com'],
  ['allowed', 'a page of the domain', 'https://app.acme.com/account?tab=support#tickets'],
  ['allowed', 'another port', 'https://app.acme.com:8443'],
  ['allowed', 'no encryption', 'http://app.acme.com'],
  ['allowed', 'capitals', 'HTTPS://APP.ACME.COM'],
  ['allowed', 'this machine, when listed', 'http://127.0.0.1:3000'],
  ['allowed', 'a subdomain of a wildcard', 'https://eu.acme.org'],
  ['allowed', 'a subdomain of a subdomain of a wildcard', 'https://a.b.acme.org'],
  ['allowed', 'a user before the domain', 'https://evil.test@app.acme.com'],
  ['allowed', 'the longest address of a page', `https://app.acme.com/${'x'.repeat(4_075)}`],
  ['refused', 'no page', undefined],
  ['refused', 'an opaque page', 'null'],
  ['refused', 'no address', 'app.acme.com'],
  ['refused', 'half an address', '//app.acme.com'],
  ['refused', 'another scheme', 'ftp://app.acme.com'],
  ['refused', 'a file', 'file://app.acme.com/index.html'],
  ['refused', 'a script', 'javascript://app.acme.com/%0aalert(1)'],
  ['refused', 'a subdomain of an exact domain', 'https://eu.app.acme.com'],
  ['refused', 'the parent domain', 'https://acme.com'],
  ['refused', 'the domain of a wildcard itself', 'https://acme.org'],
  ['refused', 'an empty name under a wildcard', 'https://.acme.org'],
  ['refused', 'a lookalike of a wildcard', 'https://evilacme.org'],
  ['refused', 'a lookalike', 'https://evilapp.acme.com'],
  ['refused', 'the domain at the start of another', 'https://app.acme.com.evil.test'],
  ['refused', 'the domain at the start of another, encoded', 'https://app.acme.com%2eevil.test'],
  ['refused', 'the domain with a final dot', 'https://app.acme.com.'],
  ['refused', 'the domain as a user', 'https://app.acme.com@evil.test'],
  ['refused', 'the domain in a path', 'https://evil.test/app.acme.com'],
  ['refused', 'the domain in a query', 'https://evil.test/?https://app.acme.com'],
  ['refused', 'the domain in a fragment', 'https://evil.test/#app.acme.com'],
  ['refused', 'another name of this machine', 'http://localhost:3000'],
  ['refused', 'our own origin', origin],
  ['refused', 'eight kilobytes', `https://app.acme.com/${'x'.repeat(8_192)}`],
]

describe('the page that embeds the document', () => {
  const loadFrom = (referer: string | undefined, more = {}) =>
    load(website.frameUrl(email), { ...(referer && { referer }), ...newAddress(), ...more })

  test.for(pages)('is %s: %s', async ([verdict, , page]) => {
    const loaded = await loadFrom(page)
    expect(loaded.status).toBe(verdict === 'allowed' ? 200 : 403)
    expect(bootOf(loaded) !== null).toBe(verdict === 'allowed')
  })

  test('is not identified by an Origin header', async () => {
    expect(await loadFrom(undefined, { origin: dashboard })).toMatchObject({ status: 403 })
    expect(await loadFrom('https://evil.test/', { origin: dashboard })).toMatchObject({ status: 403 })
  })

  test('is refused before the HMAC is checked', async () => {
    const url = `${origin}/tickets/${website.websiteId}?email=${email}&hmac=wrong`
    expect(await load(url, { referer: 'https://evil.test/', ...newAddress() })).toMatchObject({ status: 403 })
  })

  test('is not identified by a Host header', async () => {
    const headers = { host: 'app.acme.com', 'x-forwarded-host': 'app.acme.com', ...newAddress() }
    expect(await load(website.frameUrl(email), headers)).toMatchObject({ status: 403 })
  })
})

describe('the page that opens a session', () => {
  test.for(pages)('is %s: %s', async ([verdict, , page]) => {
    const client = apiClient(origin, undefined, { ...(page && { origin: page }), ...newAddress() })
    const input = { websiteId: website.websiteId, email, hmac: hmac(email, website.secret) }
    const { __typename } = await client.attempt('openSession', input)
    expect(__typename).toBe(verdict === 'allowed' ? 'OpenSessionPayload' : 'NotAllowed')
  })
})

describe('a session without an Origin header', () => {
  test('is refused with a sentence that names the header', async () => {
    const input = { websiteId: website.websiteId, email, hmac: hmac(email, website.secret) }
    const refused = await apiClient(origin, undefined, newAddress()).attempt('openSession', input)
    expect(refused).toEqual({ __typename: 'NotAllowed', message: expect.stringMatching(/no Origin header/) })
  })
})

describe('a document requested for', () => {
  const loadFor = (destination: string) =>
    load(website.frameUrl('newcomer@example.com'), {
      referer: `${dashboard}/`,
      'sec-fetch-dest': destination,
      ...newAddress(),
    })

  test.for(['document', 'frame', 'embed', 'object', 'empty', 'script', 'IFRAME'])(
    '“%s” explains itself and holds no session',
    async (destination) => {
      const page = await loadFor(destination)
      expect(page.status).toBe(403)
      expect(page.body).toContain('Open support from your dashboard')
      expect(bootOf(page)).toBeNull()
      expect(await db.customer.count({ where: { email: 'newcomer@example.com' } })).toBe(0)
    },
  )

  test('“iframe” is the app', async () => {
    expect(await loadFor('iframe')).toMatchObject({ status: 200 })
  })
})
