import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { follow, listening, ticketChanged } from '../support/live.ts'
import { outcome } from '../support/outcome.ts'
import { createTestWebsite, dashboard, hmac } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const root = apiClient(origin, rootKey)
const payload = 'websiteId secret operatorSecret apiKey website { name locale }'

/** Everything that the database stores, as text: bytes as hexadecimal digits. */
async function dump(): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`
  const texts = await Promise.all(
    tables.map(({ name }) => db.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" t`)),
  )
  return texts
    .flat()
    .map(({ row }) => row)
    .join('\n')
}

describe('a new website', () => {
  test('is ready for use', async () => {
    const made = await root.run('createWebsite', { name: ' Acme ' }, payload)
    expect(made.website).toEqual({ name: 'Acme', locale: 'en' })
    expect(made.websiteId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
    expect(made.secret).toMatch(/^[0-9a-f]{64}$/)
    expect(made.operatorSecret).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set([made.secret, made.operatorSecret, rootKey]).size).toBe(3)
    const { viewer } = await apiClient(origin, made.apiKey).ask('{ viewer { __typename } }')
    expect(viewer).toEqual({ __typename: 'Integration' })
  })

  test.each([
    ['lower case', (id: string) => id],
    ['upper case', (id: string) => id.toUpperCase()],
  ])('keeps its id and secret from another system, given and used in %s', async (_name, spell) => {
    const id = randomUUID()
    const secret = `it is as it was: ${randomBytes(16).toString('base64')}`
    const input = { name: 'Acme', websiteId: spell(id), secret, allowedDomains: ['app.acme.com'] }
    const made = await root.run('createWebsite', input, payload)
    expect(made).toMatchObject({ websiteId: id, secret })
    const signed = { websiteId: spell(id), email: 'jane@example.com', hmac: hmac('jane@example.com', secret) }
    const page = apiClient(origin, undefined, { origin: dashboard })
    const { session } = await page.run('openSession', signed, 'session { token }')
    const list = follow(apiClient(origin, session.token), ticketChanged)
    await listening(origin, 1)
    await apiClient(origin, made.apiKey).run(
      'openTicket',
      { subject: 'Help', body: 'Please', customerEmail: 'jane@example.com' },
      'ticket { id }',
    )
    await list.count(1)
    await list.close()
    await listening(origin, 0)
    const document = await fetch(
      `${origin}/tickets/${spell(id)}?${new URLSearchParams({ email: signed.email, hmac: signed.hmac })}`,
      { headers: { referer: `${dashboard}/`, 'sec-fetch-dest': 'iframe' } },
    )
    expect(document.status).toBe(200)
  })

  test('with an existing id is a conflict, and leaves that website unchanged', async () => {
    const first = await createTestWebsite(origin, rootKey)
    // Emails of others are still being sent.
    const its = async () => (await dump()).split('\n').filter((row) => row.includes(first.websiteId))
    const before = await its()
    for (const websiteId of [first.websiteId, first.websiteId.toUpperCase()]) {
      const input = { name: 'Another', websiteId, secret: 'x'.repeat(32), operators: [] }
      expect(await outcome(root, 'createWebsite', input)).toBe('Conflict')
    }
    expect(before.length).toBeGreaterThan(3)
    expect(await its()).toEqual(before)
  })

  test('is created once by ten concurrent calls with the same id', async () => {
    const input = { name: 'Race', websiteId: randomUUID() }
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => outcome(root, 'createWebsite', input)),
    )
    expect(outcomes.sort()).toEqual([...Array(9).fill('Conflict'), 'CreateWebsitePayload'])
    expect(await db.apiKey.count({ where: { websiteId: input.websiteId } })).toBe(1)
  })

  test('can only be created with the root key', async () => {
    const { key, operator } = await createTestWebsite(origin, rootKey)
    expect(await outcome(key, 'createWebsite', { name: 'Mine' })).toBe('FORBIDDEN')
    expect(await outcome(await operator(), 'createWebsite', { name: 'Mine' })).toBe('FORBIDDEN')
    expect(await outcome(apiClient(origin), 'createWebsite', { name: 'Mine' })).toBe('UNAUTHENTICATED')
  })
})

describe('the database rows of a new website', () => {
  test('contain no plain secret or key, in any column', async () => {
    const secret = `imported ${randomBytes(24).toString('hex')}`
    const made = await root.run('createWebsite', { name: 'Acme', secret }, payload)
    const kept = await dump()
    for (const text of [made.secret, made.operatorSecret, made.apiKey, rootKey]) {
      expect(kept).not.toContain(text)
      expect(kept).not.toContain(Buffer.from(text).toString('hex'))
      expect(kept).not.toContain(Buffer.from(text).toString('base64'))
    }
    expect(kept, 'the rest is there').toContain(made.websiteId)
    const [one, other] = await db.signingSecret.findMany({ where: { websiteId: made.websiteId } })
    expect(one?.sealed).not.toEqual(other?.sealed)
  })

  test('contain an audit entry on who created what, without secrets', async () => {
    const { websiteId } = await createTestWebsite(origin, rootKey)
    const events = await db.auditEvent.findMany({ where: { websiteId } })
    expect(events).toMatchObject([
      {
        actorKind: 'ROOT',
        actorId: null,
        action: 'createWebsite',
        details: {
          name: 'Acme',
          domains: ['app.acme.com'],
          operators: [
            { email: 'ada@acme.com', role: 'ADMIN' },
            { email: 'olaf@acme.com', role: 'AGENT' },
          ],
        },
      },
    ])
    expect(Object.keys(events[0]?.details as object).sort()).toEqual(['domains', 'name', 'operators'])
  })
})
