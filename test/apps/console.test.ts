import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { consoleOf, cookieOf, type Link, now } from '../support/console.ts'
import { createTestWebsite, hmac } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { forgetWebsiteAccess } = await import('../../server/identity/website.ts')

const website = await createTestWebsite(origin, rootKey)
const foreign = await createTestWebsite(origin, rootKey)
const { websiteId } = website
const email = 'olaf@acme.com'
const { open, linkTo, signIn, tokenFor } = consoleOf(website, email)
await db.operator.create({
  data: { websiteId, email: 'former@acme.com', name: 'Former', role: 'ADMIN', active: false },
})
const day = 24 * 60 * 60
const whoAmI = '{ viewer { __typename ... on Operator { email role } } }'
const shell = await open(`${origin}/console/${websiteId}`)
const signedInToo = await signIn()

describe('a signed link', () => {
  test.for<[string, Link]>([
    ['for ten minutes', {}],
    ['for a day', { expires: now() + day - 60 }],
    ['with a plus sign in the address', { operator: 'olaf+desk@acme.com' }],
    ['with capitals in the address', { operator: 'Olaf@Acme.com' }],
    ['with capitals in the website’s id', { id: websiteId.toUpperCase() }],
  ])('%s signs that operator in', async ([, link]) => {
    const operator = (link.operator ?? email).toLowerCase()
    await db.operator.createMany({
      data: [{ websiteId, email: operator, name: 'Olaf', role: 'AGENT' }],
      skipDuplicates: true,
    })
    forgetWebsiteAccess(websiteId)
    const client = apiClient(origin, await tokenFor(await signIn(link)))
    expect(await client.ask(whoAmI)).toEqual({
      viewer: { __typename: 'Operator', email: operator, role: 'AGENT' },
    })
  })

  test.for([
    ['', '', ''],
    ['/tickets/41', '', '/tickets/41'],
    ['/settings/team', '', '/settings/team'],
    ['', '&ticket=41', '/tickets/41'],
    ['', '&ticket=VGlja2V0OjAx', '/tickets/VGlja2V0OjAx'],
    ['', '&ticket=//evil.test', ''],
    ['//evil.test', '', '//evil.test'],
  ] as const)('for %s with %s redirects to a clean address', async ([place, query, clean]) => {
    const page = await open(linkTo({ place }) + query)
    expect([page.status, page.headers.location, page.body]).toEqual([
      303,
      `/console/${websiteId}${clean}`,
      '',
    ])
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
  })

  test('sets a cookie for this console only, for twelve hours, which scripts cannot read', async () => {
    const { cookie, attributes } = cookieOf(await open(linkTo()))
    expect(cookie).toMatch(/^[\w-]+=[\w.-]+$/)
    const [age, ...others] = attributes
    expect(Number(age?.replace('Max-Age=', ''))).toBeGreaterThan(12 * 60 * 60 - 60)
    expect(others.sort()).toEqual(['HttpOnly', `Path=/console/${websiteId}`, 'SameSite=Strict'])
  })

  test.for<[string, Link]>([
    ['has run out', { expires: now() - 1 }],
    ['was to last for more than a day', { expires: now() + day + 60 }],
    ['has no end', { expires: '' }],
    ['has an end in milliseconds', { expires: Date.now() + 600_000 }],
    ['has an invalid end', { expires: 'tomorrow' }],
    ['has a fractional end', { expires: `${now() + 600}.5` }],
    ['has an endless end', { expires: 'Infinity' }],
    ['has another end than was signed', { signed: hmac(`${email}:${now() + 60}`, website.operatorSecret) }],
    ['has the address signed alone', { signed: hmac(email, website.operatorSecret) }],
    ['has no signature', { signed: '' }],
    ['has a wrong signature', { signed: 'f'.repeat(64) }],
    [
      'has the signature in capitals',
      { signed: hmac(`${email}:${now() + 600}`, website.operatorSecret).toUpperCase() },
    ],
    ['is signed with the customers’ secret', { secret: website.secret }],
    ['is signed with another website’s secret', { secret: foreign.operatorSecret }],
    ['is signed with an empty secret', { secret: '' }],
    ['is a former operator’s', { operator: 'former@acme.com' }],
    ['is nobody’s', { operator: 'nobody@acme.com' }],
    ['is without an address', { operator: '' }],
    ['is for another website', { id: foreign.websiteId }],
    ['is for no website', { id: '00000000-0000-4000-8000-000000000000' }],
  ])('that %s is refused with the same shell as any other', async ([, link]) => {
    const page = await open(linkTo(link))
    expect([page.status, page.body, cookieOf(page).cookie]).toEqual([401, shell.body, ''])
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'")
  })

  test.for([
    ['shown as a picture', { 'sec-fetch-dest': 'image' }],
    ['framed', { 'sec-fetch-dest': 'iframe' }],
    ['fetched', { 'sec-fetch-dest': 'empty' }],
    ['loaded ahead', { 'sec-fetch-dest': 'document', 'sec-purpose': 'prefetch;prerender' }],
  ] as const)('that is %s signs nobody in', async ([, headers]) => {
    const page = await open(linkTo(), headers)
    expect([page.status, page.body, cookieOf(page).cookie]).toEqual([403, '', ''])
  })

  test('does not sign in on a HEAD request', async () => {
    expect(cookieOf(await open(linkTo(), {}, 'HEAD')).cookie).toBe('')
  })
})

describe('the console’s document', () => {
  test.for([
    ['whatever it shows', `/console/${websiteId}/tickets/41`, {}],
    ['with the website’s id in capitals', `/console/${websiteId.toUpperCase()}/`, {}],
    ['for a website that is not there', '/console/00000000-0000-4000-8000-000000000000', {}],
    ['for somebody who is signed in', `/console/${websiteId}`, { cookie: signedInToo }],
  ] as const)('is the same shell %s', async ([, path, headers]) => {
    const asked = await open(`${origin}${path}`, headers)
    const page = asked.status === 303 ? await open(`${origin}${asked.headers.location}`) : asked
    expect([page.status, page.body]).toEqual([200, shell.body])
    expect(page.headers).not.toHaveProperty('set-cookie')
  })

  test('contains no token, data or name', () => {
    expect(shell.body).not.toMatch(/eyJ|token|Acme|template/)
  })

  test('cannot be framed or cached and sends no Referer', () => {
    const { headers } = shell
    expect(String(headers['content-security-policy']).split('; ')).toContain("frame-ancestors 'none'")
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
  })

  test('does not exist for an invalid website id', async () => {
    expect(await open(`${origin}/console/acme`)).toMatchObject({ status: 404 })
  })
})
