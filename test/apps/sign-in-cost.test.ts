import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { consoleOf, cookieOf } from '../support/console.ts'
import { load, newAddress } from '../support/page.ts'
import { createTestWebsite, dashboard, hmac } from '../support/website.ts'

// An operator can pay for four sessions a minute, a customer for none. Vite serves the console's files.
const { app, rootKey } = await startOwnApp({
  COST_PER_MINUTE: '0.002',
  PUBLIC_URL: 'https://tickets.acme.com',
  TRUST_PROXY: '127.0.0.1,::1',
  VITE_URL: 'http://vite.test',
})
const { port } = app.server.address() as AddressInfo
const origin = `http://localhost:${port}`
const { db } = await import('../../server/database/db.ts')
const { emailToken } = await import('../../server/notifications/email-token.ts')
const website = await createTestWebsite(origin, rootKey)
const { websiteId } = website
const affordable = 4

describe('signing in to the console', () => {
  test('sets a cookie for https only if the server’s address is https', async () => {
    const console = consoleOf(website, 'olaf@acme.com')
    expect(cookieOf(await console.open(console.linkTo())).attributes).toContain('Secure')
    const { headers } = await console.session('DELETE', await console.signIn())
    expect(String(headers['set-cookie'])).toContain('Secure')
  })

  test('costs points: 429 says when to retry, and an emailed link stays valid', async () => {
    const email = 'ada@acme.com'
    const { open, linkTo, session, signIn } = consoleOf(website, email)
    const cookie = await signIn()
    const { id } = await db.signInLink.create({
      data: { websiteId, email, invitation: false, expiresAt: new Date(Date.now() + 600_000) },
    })
    for (let paid = 1; paid < affordable; paid++) {
      expect(await open(linkTo())).toMatchObject({ status: 303 })
    }
    const emailed = `${origin}/console/${websiteId}?token=${emailToken('sign-in', id)}`
    for (const page of [await open(linkTo()), await open(emailed)]) {
      expect([page.status, cookieOf(page).cookie]).toEqual([429, ''])
      expect(Number(page.headers['retry-after'])).toBeGreaterThan(0)
    }
    const answer = await session('POST', cookie)
    expect([answer.status, Number(answer.headers['retry-after']) > 0, answer.body]).toEqual([
      429,
      true,
      expect.stringContaining('try again in'),
    ])
    const { usedAt } = await db.signInLink.findUniqueOrThrow({ where: { id } })
    expect(usedAt).toBeNull()
  })
})

describe('a customer with too few points to sign in', () => {
  const email = 'jane@example.com'

  test('is refused before anything is written, by openSession and by the frame’s document', async () => {
    const page = apiClient(origin, undefined, { origin: dashboard, ...newAddress() })
    const input = { websiteId, email, hmac: hmac(email, website.secret), nickname: 'Jane' }
    const open = 'mutation ($input: OpenSessionInput!) { openSession(input: $input) { __typename } }'
    const { errors } = await page.send(open, { input })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) })
    const document = await load(website.frameUrl(email, { nickname: 'Jane' }), {
      referer: `${dashboard}/`,
      ...newAddress(),
    })
    expect([document.status, Number(document.headers['retry-after']) > 0]).toEqual([429, true])
    expect(await db.customer.count()).toBe(0)
  })
})
