import { createHmac } from 'node:crypto'
import { apiClient } from './client.ts'

export const dashboard = 'https://app.acme.com'

export const hmac = (text: string, secret: string) => createHmac('sha256', secret).update(text).digest('hex')

interface Options {
  allowedDomains?: string[]
  [field: string]: unknown
}

/** Creates a website through the API, with an administrator and an agent, and signs people in to it. */
export async function createTestWebsite(origin: string, rootKey: string, options: Options = {}) {
  const { websiteId, secret, operatorSecret, apiKey } = await apiClient(origin, rootKey).run(
    'createWebsite',
    {
      name: 'Acme',
      allowedDomains: ['app.acme.com'],
      operators: [
        { name: 'Ada', email: 'ada@acme.com', role: 'ADMIN' },
        { name: 'Olaf', email: 'olaf@acme.com', role: 'AGENT' },
      ],
      ...options,
    },
    'websiteId secret operatorSecret apiKey',
  )
  const page = apiClient(origin, undefined, { origin: dashboard })
  const session = 'session { token expiresAt renewalToken renewUntil }'

  /** Opens a session for a customer, as an allowed page does. */
  async function openSession(email: string, more: Record<string, unknown> = {}) {
    const input = { websiteId, email, hmac: hmac(email, secret), ...more }
    return (await page.run('openSession', input, session)).session
  }

  async function openOperatorSession(email: string) {
    const expires = Math.floor(Date.now() / 1_000) + 600
    const input = { websiteId, email, expires, hmac: hmac(`${email}:${expires}`, operatorSecret) }
    return (await page.run('openSession', input, session)).session
  }

  return {
    origin,
    websiteId: websiteId as string,
    secret: secret as string,
    operatorSecret: operatorSecret as string,
    apiKey: apiKey as string,
    openSession,
    openOperatorSession,
    key: apiClient(origin, apiKey),
    customer: async (email: string, more = {}) => apiClient(origin, (await openSession(email, more)).token),
    operator: async (email = 'ada@acme.com') => apiClient(origin, (await openOperatorSession(email)).token),
    /** Address of the iframe's document for a customer. */
    frameUrl: (email: string, more: Record<string, string> = {}) =>
      `${origin}/tickets/${websiteId}?${new URLSearchParams({ email, hmac: hmac(email, secret), ...more })}`,
  }
}

export type TestWebsite = Awaited<ReturnType<typeof createTestWebsite>>
