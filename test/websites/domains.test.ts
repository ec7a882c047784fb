import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const root = apiClient(origin, rootKey)

describe('an allowed domain', () => {
  test.each([
    ['app.acme.com', 'app.acme.com'],
    ['APP.Acme.COM', 'app.acme.com'],
    [' app.acme.com ', 'app.acme.com'],
    ['acme.com', 'acme.com'],
    ['*.acme.com', '*.acme.com'],
    ['*.App.acme.com', '*.app.acme.com'],
    ['acme.co.uk', 'acme.co.uk'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['*.BÜCHER.de', '*.xn--bcher-kva.de'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['acme.github.io', 'acme.github.io'],
    ['localhost', 'localhost'],
    ['127.0.0.1', '127.0.0.1'],
    ['192.168.1.10', '192.168.1.10'],
    ['[::1]', '[::1]'],
  ])('%s is stored as %s', async (given, kept) => {
    const input = { name: 'Acme', allowedDomains: [given] }
    const { websiteId } = await root.run('createWebsite', input, 'websiteId')
    const domains = await db.allowedDomain.findMany({ where: { websiteId } })
    expect(domains.map(({ domain }) => domain)).toEqual([kept])
  })

  test.each([
    '',
    ' ',
    '*',
    '*.',
    '*.*',
    '*.com',
    'com',
    'co.uk',
    '*.co.uk',
    'github.io',
    '*.github.io',
    'acme.com/path',
    'acme.com/',
    'acme.com:443',
    'acme.com?a',
    'acme.com#a',
    'https://acme.com',
    'http:acme.com',
    '//acme.com',
    'javascript:',
    'javascript:alert(1)',
    'data:text/html,a',
    'user@acme.com',
    'acme.com\\path',
    'a*.acme.com',
    'app.*.com',
    '**.acme.com',
    '*.*.acme.com',
    'acme.com.',
    '.acme.com',
    'acme..com',
    'acme .com',
    'acme.com evil.com',
    'acme.com;evil.com',
    "acme.com 'unsafe-inline'",
    'acme.com,evil.com',
    'acme.com\r\nX-Header: a',
    'acme\0.com',
    '%61cme.com/..',
    '*.localhost',
    '*.127.0.0.1',
    'internal',
    `${'a'.repeat(64)}.com`,
    `${'a.'.repeat(130)}com`,
    'null',
  ])('%j is refused', async (domain) => {
    const before = await db.website.count()
    const input = { name: 'Acme', allowedDomains: ['app.acme.com', domain] }
    const result = await root.attempt('createWebsite', input)
    expect(result).toMatchObject({
      __typename: 'InvalidInput',
      issues: [{ path: ['input', 'allowedDomains', '1'] }],
    })
    expect(await db.website.count()).toBe(before)
  })

  test('that would make a header too long is refused by name, and nothing changes', async () => {
    const long = (at: number) => `${'a'.repeat(60)}.${'b'.repeat(60)}.c${at}.acme.com`
    const domains = Array.from({ length: 40 }, (_, at) => long(at))
    const refused = await root.attempt('createWebsite', { name: 'Acme', allowedDomains: domains })
    const issue = (name: string) => ({
      __typename: 'InvalidInput',
      issues: [{ path: ['input', name], message: expect.stringContaining(`${long(27)} does not fit:`) }],
    })
    expect(refused).toMatchObject(issue('allowedDomains'))

    const input = { name: 'Acme', allowedDomains: domains.slice(0, 27) }
    const { websiteId, apiKey } = await root.run('createWebsite', input, 'websiteId apiKey')
    const key = apiClient(origin, apiKey)
    expect(await key.attempt('addAllowedDomain', { domain: long(27) })).toMatchObject(issue('domain'))
    expect(await db.allowedDomain.count({ where: { websiteId } })).toBe(27)
    await key.run('addAllowedDomain', { domain: long(26) }, '__typename')
    const url = `${origin}/tickets/${websiteId}?email=jane@example.com&hmac=${'0'.repeat(64)}`
    const { headers } = await fetch(url, { headers: { referer: `https://${long(0)}/` } })
    expect(headers.get('content-security-policy')?.length).toBeLessThan(4_400)
  })

  test('is stored once, however often it was given', async () => {
    const input = { name: 'Acme', allowedDomains: ['acme.com', 'ACME.com', 'acme.com'] }
    const { websiteId } = await root.run('createWebsite', input, 'websiteId')
    expect(await db.allowedDomain.count({ where: { websiteId } })).toBe(1)
  })
})

describe('createWebsite', () => {
  test.each([
    ['no name', { name: ' ' }, ['name']],
    ['a name of 101 characters', { name: 'a'.repeat(101) }, ['name']],
    ['a null character in the name', { name: 'a\0' }, ['name']],
    ['an invalid UUID', { websiteId: 'acme' }, ['websiteId']],
    [
      'an id with trailing characters',
      { websiteId: `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}x` },
      ['websiteId'],
    ],
    ['an empty secret', { secret: '' }, ['secret']],
    ['a secret of 31 characters', { secret: 'a'.repeat(31) }, ['secret']],
    [
      'an operator without address',
      { operators: [{ name: 'Ada', email: 'ada', role: 'ADMIN' }] },
      ['operators', '0', 'email'],
    ],
    [
      'an operator without name',
      { operators: [{ name: '', email: 'a@b.c', role: 'ADMIN' }] },
      ['operators', '0', 'name'],
    ],
  ])('refuses %s, and creates nothing', async (_name, more, path) => {
    const before = await db.website.count()
    const result = await root.attempt('createWebsite', { name: 'Acme', ...more })
    expect(result).toMatchObject({ __typename: 'InvalidInput', issues: [{ path: ['input', ...path] }] })
    expect(await db.website.count()).toBe(before)
  })

  test('creates one operator for an address given twice', async () => {
    const operators = ['ada@acme.com', ' ADA@acme.com'].map((email) => ({
      name: 'Ada',
      email,
      role: 'ADMIN',
    }))
    const { websiteId } = await root.run('createWebsite', { name: 'Acme', operators }, 'websiteId')
    expect(await db.operator.findMany({ where: { websiteId } })).toMatchObject([{ email: 'ada@acme.com' }])
  })
})
