import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { bootOf, load, newAddress } from '../support/page.ts'
import { createTestWebsite, hmac } from '../support/website.ts'

// The console's files are Vite's here: whether they have been built does not matter.
const { origin, rootKey } = await startApp({ TRUST_PROXY: '127.0.0.1,::1', VITE_URL: 'http://vite.test' })
const { db } = await import('../../server/db.ts')
const { issueSession } = await import('../../server/access/session.ts')
const { forgetWebsiteAccess } = await import('../../server/access/website.ts')

const website = await createTestWebsite(origin, rootKey)
const foreign = await createTestWebsite(origin, rootKey)
const { websiteId } = website
const email = 'olaf@acme.com'
await db.operator.create({
  data: { websiteId, email: 'former@acme.com', name: 'Former', role: 'ADMIN', active: false },
})
const now = () => Math.floor(Date.now() / 1_000)
const day = 24 * 60 * 60

interface Link {
  operator?: string
  expires?: number | string
  secret?: string
  id?: string
  signed?: string
}

function linkTo({
  operator = email,
  expires = now() + 600,
  secret = website.operatorSecret,
  id = websiteId,
  signed,
}: Link = {}) {
  const query = {
    email: operator,
    expires: String(expires),
    hmac: signed ?? hmac(`${operator}:${expires}`, secret),
  }
  return `${origin}/console/${id}?${new URLSearchParams(query)}`
}
const open = (url: string) => load(url, newAddress())
const renew = (renewal: string, id = websiteId) =>
  open(`${origin}/console/${id}?${new URLSearchParams({ renewal })}`)
const whoAmI = '{ viewer { __typename ... on Operator { email role } } }'

describe('a signed link', () => {
  test.for<[string, Link]>([
    ['for ten minutes', {}],
    ['for a day', { expires: now() + day - 60 }],
    ['with a plus sign in the address', { operator: 'olaf+desk@acme.com' }],
    ['with capitals in the address', { operator: 'Olaf@Acme.com' }],
  ])('%s opens the console as that operator', async ([, link]) => {
    const operator = (link.operator ?? email).toLowerCase()
    await db.operator.createMany({
      data: [{ websiteId, email: operator, name: 'Olaf', role: 'AGENT' }],
      skipDuplicates: true,
    })
    forgetWebsiteAccess(websiteId)
    const page = await open(linkTo(link))
    expect(page.status).toBe(200)
    const client = apiClient(origin, bootOf(page).session.token)
    expect(await client.ask(whoAmI)).toEqual({
      viewer: { __typename: 'Operator', email: operator, role: 'AGENT' },
    })
  })

  test('does not repeat the credentials it was opened with', async () => {
    const url = linkTo()
    const page = await open(url)
    expect(page.body).not.toContain(new URL(url).searchParams.get('hmac'))
  })

  const bodies = new Set<string>()
  test.for<[string, Link]>([
    ['has run out', { expires: now() - 1 }],
    ['was to last for more than a day', { expires: now() + day + 60 }],
    ['has no end', { expires: '' }],
    ['has an end in milliseconds', { expires: Date.now() + 600_000 }],
    ['has an end that is no number', { expires: 'tomorrow' }],
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
  ])('that %s is refused, like every other', async ([, link]) => {
    const page = await open(linkTo(link))
    expect(page.status).toBe(401)
    expect(bootOf(page)).toBeNull()
    expect(bodies.add(page.body).size).toBe(1)
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'")
  })
})

describe('the console', () => {
  test('may be framed by nobody, is kept nowhere and passes nothing on', async () => {
    const { headers } = await open(linkTo())
    expect(String(headers['content-security-policy']).split('; ')).toContain("frame-ancestors 'none'")
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    expect(headers).not.toHaveProperty('set-cookie')
  })

  test('opens again with the renewal token, for as long as the session lasts', async () => {
    const { session } = bootOf(await open(linkTo()))
    const again = bootOf(await renew(session.renewalToken)).session
    expect(await apiClient(origin, again.token).ask(whoAmI)).toMatchObject({ viewer: { email } })
    expect(again.renewUntil).toBe(session.renewUntil)
  })

  test('does not open with another token', async () => {
    const { session } = bootOf(await open(linkTo()))
    const claims = JSON.parse(Buffer.from(session.token.split('.')[1], 'base64url').toString())
    const over = await issueSession({ ...claims, renewUntil: Date.now() - 1_000 })
    const customer = await website.openSession('jane@example.com')
    for (const token of ['', 'x', session.token, over.renewalToken, customer.renewalToken]) {
      expect(await renew(token)).toMatchObject({ status: 401 })
    }
    expect(await renew(session.renewalToken, foreign.websiteId)).toMatchObject({ status: 401 })
  })

  test('does not open for an operator who has been deactivated since', async () => {
    const { session } = bootOf(await open(linkTo()))
    await db.operator.updateMany({ where: { websiteId, email }, data: { active: false } })
    forgetWebsiteAccess(websiteId)
    expect(await renew(session.renewalToken)).toMatchObject({ status: 401 })
    expect(await open(linkTo())).toMatchObject({ status: 401 })
    const { errors } = await apiClient(origin, session.token).send(whoAmI)
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })
})
