import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { createTestWebsite, dashboard, hmac } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const { secret } = website
const email = 'jane.doe@example.com'

describe('the integration check and `openSession`', () => {
  const expires = Math.floor(Date.now() / 1_000) + 600
  const customer = { email, hmac: hmac(email, secret) }
  const operator = {
    email: 'ada@acme.com',
    expires,
    hmac: hmac(`ada@acme.com:${expires}`, website.operatorSecret),
  }

  test.for<[input: object, origin?: string]>([
    [customer],
    [{ ...customer, participants: [] }],
    [{ ...customer, hmac: 'x' }],
    [{ ...customer, email: 'a b' }],
    [{ ...customer, websiteId: crypto.randomUUID() }],
    [customer, 'https://evil.test'],
    [customer, ''],
    [customer, 'app.acme.com'],
    [customer, 'app.acme.com:443'],
    [customer, '//app.acme.com'],
    [customer, 'https://app.acme.com:443'],
    [operator, 'app.acme.com'],
    [operator],
    [{ ...operator, expires: expires + 1 }],
    [{ ...operator, email: 'nobody@acme.com' }],
  ])('agree on %j from “%s”', async ([given, from = dashboard]) => {
    const input = { websiteId: website.websiteId, ...given }
    const { checkIntegration } = await website.key.ask(
      'query ($input: CheckIntegrationInput!) { checkIntegration(input: $input) { ok } }',
      { input: { openSession: input, referrer: from } },
    )
    const caller = apiClient(origin, undefined, { ...(from && { origin: from }) })
    const { __typename } = await caller.attempt('openSession', input)
    expect(checkIntegration.ok).toBe(__typename === 'OpenSessionPayload')
  })
})
