import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { type LoadedPage, load, newAddress, unpacked } from '../support/page.ts'
import { createTestWebsite, dashboard } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const allowedDomains = ['app.acme.com', '*.acme.org', 'localhost']
const website = await createTestWebsite(origin, rootKey, { allowedDomains })
const closed = await createTestWebsite(origin, rootKey, { allowedDomains: [] })
const ancestors = 'frame-ancestors https://app.acme.com:* https://*.acme.org:* http://localhost:*'

const url = website.frameUrl('jane@example.com')
const referer = `${dashboard}/`
const unknown = '00000000-0000-4000-8000-000000000000'

/** An address that has been refused as often as allowed. */
const exhausted = newAddress()
for (let count = 0; count < 60; count++) await load(`${url}&hmac=x`, { referer, ...exhausted })

const answers: {
  status: number
  name: string
  url: string
  headers?: Record<string, string>
  policy?: string
}[] = [
  { status: 200, name: 'the app', url, headers: { referer } },
  {
    status: 200,
    name: 'the app in a page without encryption',
    url,
    headers: { referer: 'http://app.acme.com:8080/' },
    policy: `${ancestors} http://app.acme.com:*`,
  },
  {
    status: 401,
    name: 'a wrong HMAC in a page without encryption',
    url: url.replace('jane', 'bob'),
    headers: { referer: 'http://eu.acme.org/' },
    policy: `${ancestors} http://eu.acme.org:*`,
  },
  {
    status: 403,
    name: 'a page without encryption that is not allowed',
    url,
    headers: { referer: 'http://evil.test/' },
  },
  { status: 400, name: 'malformed arguments', url: `${url}&hmac=x`, headers: { referer } },
  { status: 401, name: 'a wrong HMAC', url: url.replace('jane', 'bob'), headers: { referer } },
  { status: 403, name: 'a disallowed page', url },
  { status: 403, name: 'a tab of its own', url, headers: { referer, 'sec-fetch-dest': 'document' } },
  {
    status: 404,
    name: 'an unknown website',
    url: url.replace(website.websiteId, unknown),
    policy: "frame-ancestors 'none'",
  },
  {
    status: 403,
    name: 'a website without domains',
    url: closed.frameUrl('jane@example.com'),
    headers: { referer },
    policy: "frame-ancestors 'none'",
  },
  { status: 429, name: 'too many refusals', url: `${url}&hmac=x`, headers: { referer, ...exhausted } },
]

const directivesOf = ({ headers }: LoadedPage) => String(headers['content-security-policy']).split('; ')
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const contentsOf = (tag: string, { body }: LoadedPage) =>
  [...body.matchAll(new RegExp(`<${tag}(?: type="module")?>(.*?)</${tag}>`, 'gs'))].map(
    ([, text = '']) => text,
  )
/** Its tokens are new with each visit. */
const withoutBoot = (body: string) => body.replace(/(?<=<template id="boot">).*?(?=<\/template>)/s, '')

describe.for(answers)('the response $status to $name', ({ status, url, headers, policy = ancestors }) => {
  const answer = load(url, { ...newAddress(), ...headers })

  test('may only be framed by the allowed domains, in a sandbox', async () => {
    const page = await answer
    expect(page.status).toBe(status)
    expect(directivesOf(page).filter((directive) => directive.startsWith('frame-ancestors'))).toEqual([
      policy,
    ])
    expect(directivesOf(page)).toContain('sandbox allow-scripts allow-forms allow-popups')
    expect(page.headers).not.toHaveProperty('x-frame-options')
  })

  test('is not cached, sends no referrer and sets no cookie', async () => {
    const { headers } = await answer
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-embedder-policy': 'credentialless',
      'cross-origin-resource-policy': 'cross-origin',
      'content-type': 'text/html; charset=utf-8',
    })
    for (const name of [
      'set-cookie',
      'etag',
      'last-modified',
      'access-control-allow-origin',
      'x-powered-by',
      'server',
    ]) {
      expect(headers).not.toHaveProperty(name)
    }
  })

  test('allows exactly the script and style that it contains, and its own late scripts', async () => {
    const page = await answer
    const [directives, scripts, styles] = [
      directivesOf(page),
      contentsOf('script', page),
      contentsOf('style', page),
    ]
    expect(directives).toContain("default-src 'none'")
    expect(styles).toHaveLength(1)
    expect(directives).toContain(`style-src ${styles.map(hashOf).join(' ')}`)
    expect(scripts).toHaveLength(status === 200 ? 1 : 0)
    expect(directives.filter((directive) => directive.startsWith('script-src'))).toEqual(
      scripts.map((script) => `script-src ${hashOf(script)} ${origin}/assets/`),
    )
    expect(page.headers['content-security-policy']).not.toContain('unsafe')
    expect(page.body.replace(/<script.*<\/script>/s, '')).not.toMatch(/<[^>]+\s(?:style|on[a-z]+)=/i)
  })

  test('has a Retry-After header if it is a 429', async () => {
    const { 'retry-after': seconds } = (await answer).headers
    if (status === 429) expect(Number(seconds)).toBeGreaterThan(0)
    else expect(seconds).toBeUndefined()
  })
})

describe('the app', () => {
  test('may only talk to this server', async () => {
    const page = await load(url, { referer, ...newAddress() })
    expect(directivesOf(page)).toEqual(
      expect.arrayContaining([
        `connect-src 'self' ${origin} ${origin.replace('http', 'ws')}`,
        "base-uri 'none'",
        "form-action 'none'",
      ]),
    )
  })

  test.for([
    ['gzip, deflate, br, zstd', 'en', 'zstd'],
    ['zstd', 'ar', 'zstd'],
    ['gzip, zstd;q=0', 'ar', 'gzip'],
    ['gzip', 'ar', 'gzip'],
    ['gzip;q=0.5', 'ar', 'gzip'],
  ] as const)(
    'comes by %s in “%s” as %s: the same headers, the same document',
    async ([encoding, locale, chosen]) => {
      const address = website.frameUrl(`${locale}@example.com`, { locale })
      const plain = await load(address, { referer, ...newAddress() })
      const headers = { referer, 'accept-encoding': encoding }
      const page = await load(address, { ...headers, ...newAddress() })
      expect(withoutBoot(unpacked(page))).toBe(withoutBoot(plain.body))
      expect(withoutBoot(plain.body)).toMatch(/<\/html>\n$/)
      expect(page.headers['content-length']).toBe(String(page.bytes.length))
      const head = await load(address, { ...headers, ...newAddress() }, 'HEAD')
      for (const { headers } of [page, head]) {
        expect(headers).toMatchObject({ 'content-encoding': chosen, vary: 'accept-encoding' })
        expect(headers['content-security-policy']).toBe(plain.headers['content-security-policy'])
      }
      expect(head.bytes).toHaveLength(0)
    },
  )

  test.for(['', 'br', 'gzip;q=0, identity'])(
    'is uncompressed for a browser that accepts “%s”',
    async (encoding) => {
      const headers = { referer, 'accept-encoding': encoding, ...newAddress() }
      const page = await load(url, headers)
      expect(page.headers).not.toHaveProperty('content-encoding')
      expect(page.headers).toMatchObject({
        vary: 'accept-encoding',
        'content-length': String(page.bytes.length),
      })
      expect(page.body).toMatch(/^<!doctype html>/)
    },
  )

  test('may only be framed by the domains of its own website', async () => {
    const other = await createTestWebsite(origin, rootKey, { allowedDomains: ['help.example.org'] })
    const page = await load(other.frameUrl('jane@example.com'), {
      referer: 'https://help.example.org/',
      ...newAddress(),
    })
    expect(page.status).toBe(200)
    expect(directivesOf(page)).toContain('frame-ancestors https://help.example.org:*')
  })
})
