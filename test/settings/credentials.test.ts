import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { follow, listening, ticketChanged } from '../support/live.ts'
import { createTestWebsite, hmac } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const fresh = () => createTestWebsite(origin, rootKey)

describe('operators', () => {
  test('can be added, promoted and removed; re-adding one reactivates their account', async () => {
    const website = await fresh()
    const admin = await website.operator()
    const add = { name: 'Eve', email: 'Eve@acme.com', role: 'AGENT' }
    const { operator } = await admin.run('addOperator', add, 'operator { id email role }')
    expect(operator).toMatchObject({ email: 'eve@acme.com', role: 'AGENT' })
    expect(await admin.attempt('addOperator', add)).toMatchObject({ code: 'OPERATOR_EXISTS' })
    await admin.run('updateOperator', { id: operator.id, role: 'ADMIN' }, '__typename')
    await admin.run('removeOperator', { id: operator.id }, 'operator { active }')
    const again = await admin.run('addOperator', add, 'operator { id active }')
    expect(again.operator).toEqual({ id: operator.id, active: true })
  })

  test('lose the settings at once when demoted, even on an open socket', async () => {
    const website = await fresh()
    const add = { name: 'Eve', email: 'eve@acme.com', role: 'ADMIN' }
    const { operator } = await website.key.run('addOperator', add, 'operator { id }')
    const eve = await website.operator('eve@acme.com')
    const stream = follow(eve, ticketChanged)
    await listening(origin, 1)
    await website.key.run('updateOperator', { id: operator.id, role: 'AGENT' }, '__typename')
    expect(await stream.closed).toMatchObject({ code: 4403 })
    expect((await eve.ask('{ website { settings { headHtml } } }')).website.settings).toBeNull()
  })

  test('always include an administrator', async () => {
    const website = await fresh()
    const { website: read } = await website.key.ask('{ website { settings { operators { id role } } } }')
    const { id } = read.settings.operators.find(({ role }: { role: string }) => role === 'ADMIN')
    expect(await website.key.attempt('removeOperator', { id })).toMatchObject({ code: 'LAST_ADMINISTRATOR' })
    expect(await website.key.attempt('updateOperator', { id, role: 'AGENT' })).toMatchObject({
      __typename: 'Conflict',
    })
  })
})

describe('API keys', () => {
  test('cannot grant scopes that they do not have', async () => {
    const website = await fresh()
    const { text } = await website.key.run('createApiKey', { name: 'S', scopes: ['SETTINGS_WRITE'] }, 'text')
    const made = await apiClient(origin, text).attempt('createApiKey', {
      name: 'T',
      scopes: ['TICKETS_READ'],
    })
    expect(made).toMatchObject({ __typename: 'InvalidInput', issues: [{ path: ['input', 'scopes'] }] })
  })

  test('stop working at once when revoked, and stay in the list', async () => {
    const website = await fresh()
    const { apiKey, text } = await website.key.run(
      'createApiKey',
      { name: 'S', scopes: ['TICKETS_READ'] },
      'apiKey { id } text',
    )
    const client = apiClient(origin, text)
    expect((await client.ask('{ tickets { totalCount } }')).tickets.totalCount).toBe(0)
    await website.key.run('revokeApiKey', { id: apiKey.id }, 'apiKey { revokedAt }')
    await expect
      .poll(async () => (await client.send('{ tickets { totalCount } }')).errors?.[0]?.extensions.code, {})
      .toBe('UNAUTHENTICATED')
  })
})

test('a key sees the team only with a scope for tickets or settings, and whole addresses of webhooks only with theirs', async () => {
  const website = await fresh()
  await website.key.run(
    'createWebhookEndpoint',
    { url: 'https://hooks.example.com/T/B/secret' },
    '__typename',
  )
  const seenWith = async (scope: string, query: string) => {
    const { text } = await website.key.run('createApiKey', { name: 'K', scopes: [scope] }, 'text')
    return (await apiClient(origin, text).ask(query)).website
  }
  const team = '{ website { operators { email role notifications } } }'
  expect((await seenWith('WEBHOOKS_WRITE', team)).operators).toBe(null)
  for (const scope of ['TICKETS_READ', 'TICKETS_WRITE', 'SETTINGS_READ']) {
    expect((await seenWith(scope, team)).operators).toEqual(expect.any(Array))
  }
  const urls = '{ website { settings { webhookEndpoints { url } } } }'
  expect((await seenWith('SETTINGS_READ', urls)).settings.webhookEndpoints).toEqual([
    { url: 'https://hooks.example.com' },
  ])
  expect((await website.key.ask(urls)).website.settings.webhookEndpoints).toEqual([
    { url: 'https://hooks.example.com/T/B/secret' },
  ])
})

describe('secrets', () => {
  test('are at most ten of a kind at a time, and roll without overlap even then', async () => {
    const website = await fresh()
    const roll = (overlapHours: number) =>
      website.key.attempt('rollSecret', { kind: 'CUSTOMER', overlapHours }, '__typename')
    for (let count = 2; count <= 10; count++) expect((await roll(720)).__typename).toBe('RollSecretPayload')
    expect(await roll(720)).toMatchObject({
      __typename: 'LimitReached',
      message: 'At most 10 secrets of a kind can be valid at a time',
    })
    for (let count = 0; count < 12; count++) expect((await roll(0)).__typename).toBe('RollSecretPayload')
    const { db } = await import('../../server/database/db.ts')
    expect(await db.signingSecret.count({ where: { websiteId: website.websiteId, kind: 'CUSTOMER' } })).toBe(
      11,
    )
  })

  test.for([
    [-1, 'Must be at least 0'],
    [721, 'Must be at most 720'],
  ] as const)('overlap for 0 to 720 hours, and not for %i', async ([overlapHours, message]) => {
    const { key } = await fresh()
    const path = ['input', 'overlapHours']
    expect(await key.attempt('rollSecret', { kind: 'CUSTOMER', overlapHours }, '__typename')).toMatchObject({
      __typename: 'InvalidInput',
      issues: [{ path, message }],
    })
  })

  test('overlap when rolled: both the old and the new one sign customers in', async () => {
    const website = await fresh()
    const before = await website.customer('jane@example.com')
    const { ticket } = await before.run('openTicket', { subject: 'S', body: 'B' }, 'ticket { id }')
    const { value } = await website.key.run('rollSecret', { kind: 'CUSTOMER', overlapHours: 1 }, 'value')
    await before.run('reply', { ticketId: ticket.id, body: 'still here' }, '__typename')
    await (await website.customer('jane@example.com')).run(
      'reply',
      { ticketId: ticket.id, body: 'old' },
      '__typename',
    )
    const signed = await website.customer('jane@example.com', { hmac: hmac('jane@example.com', value) })
    await signed.run('reply', { ticketId: ticket.id, body: 'new' }, '__typename')
    const { website: read } = await website.key.ask(
      '{ website { settings { secrets { id kind retiresAt } } } }',
    )
    const retiring = read.settings.secrets.find(({ retiresAt }: { retiresAt: string }) => retiresAt)
    await website.key.run('revokeSecret', { id: retiring.id }, '__typename')
    await expect(website.customer('jane@example.com')).rejects.toThrow('NotAllowed')
    await signed.run('reply', { ticketId: ticket.id, body: 'new still' }, '__typename')
  })

  test('rolled without overlap end every session signed with the old one', async () => {
    const website = await fresh()
    const customer = await website.customer('jane@example.com')
    await website.key.run('rollSecret', { kind: 'CUSTOMER', overlapHours: 0 }, '__typename')
    expect((await customer.send('{ tickets { totalCount } }')).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    )
    await expect(website.customer('jane@example.com')).rejects.toThrow('NotAllowed')
  })

  test('are revealed unchanged, and there is always one of each kind', async () => {
    const website = await fresh()
    const { website: read } = await website.key.ask('{ website { settings { secrets { id kind } } } }')
    const { id } = read.settings.secrets.find(({ kind }: { kind: string }) => kind === 'CUSTOMER')
    expect((await website.key.run('revealSecret', { id }, 'value')).value).toBe(website.secret)
    expect(await website.key.attempt('revokeSecret', { id })).toMatchObject({ code: 'LAST_SECRET' })
  })
})
