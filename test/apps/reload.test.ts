import { decodeJwt } from 'jose'
import { describe, expect, test, vi } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { bootOf, load, newAddress } from '../support/page.ts'
import { createTestWebsite, dashboard, hmac } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { forgetWebsiteAccess } = await import('../../server/identity/website.ts')
const { db } = await import('../../server/database/db.ts')

const allowedDomains = ['app.acme.com', 'old.acme.com']
const website = await createTestWebsite(origin, rootKey, { allowedDomains })
const foreign = await createTestWebsite(origin, rootKey)
const email = 'jane@example.com'
const whoAmI = '{ viewer { __typename ... on Customer { email } } }'

async function seenFrom(site = website, address = email, referer = `${dashboard}/`): Promise<string> {
  return bootOf(await load(site.frameUrl(address), { referer, ...newAddress() })).seen
}
const seen = await seenFrom()

/** Loads the frame's document from its address after the first load. */
function reload(seen: string, referer?: string, more: Record<string, string> = {}) {
  return load(website.frameUrl(email, { seen, ...more }), { ...(referer && { referer }), ...newAddress() })
}

describe('a reload inside the frame', () => {
  test.for([
    ['no page', undefined],
    ['our own origin', origin],
    ['our own origin on another port', 'http://localhost:1'],
    ['an allowed page', dashboard],
  ])('opens the same customer’s app by its signed address and `seen`, from %s', async ([, referer]) => {
    const loaded = await reload(seen, referer)
    expect(loaded.status).toBe(200)
    const { viewer } = await apiClient(origin, bootOf(loaded).session.token).ask(whoAmI)
    expect(viewer).toEqual({ __typename: 'Customer', email })
  })

  test.for(['https://evil.test/', 'null', 'https://app.acme.com.evil.test/'])(
    'is refused from a page that is not allowed: %s',
    async (referer) => {
      expect(await reload(seen, referer)).toMatchObject({ status: 403 })
    },
  )

  test('requires the HMAC, too', async () => {
    for (const wrong of ['', 'x', hmac('joe@example.com', website.secret)]) {
      const loaded = await reload(seen, undefined, { hmac: wrong })
      expect([loaded.status, bootOf(loaded)]).toEqual([401, null])
    }
    const bare = `${origin}/tickets/${website.websiteId}?${new URLSearchParams({ seen })}`
    expect(await load(bare, newAddress())).toMatchObject({ status: 403 })
  })

  test.for<[string, string | Promise<string>]>([
    ['empty', ''],
    ['nothing of ours', 'x'],
    ['about another customer', seenFrom(website, 'joe@example.com')],
    ['about another website', seenFrom(foreign)],
    ['changed to another origin', seen.replace('//app.', '//old.')],
    ['changed to a later end', seen.replace(/^\d/, (digit) => String(Number(digit) + 1))],
    ['signed by somebody else', seen.replace(/.{4}$/, 'dead')],
    ['the session’s token', website.openSession(email).then(({ token }) => token)],
    ['the renewal’s token', website.openSession(email).then(({ renewalToken }) => renewalToken)],
  ])('is refused when `seen` is %s', async ([, wrong]) => {
    for (const referer of [undefined, origin]) {
      const loaded = await reload(await wrong, referer)
      expect([loaded.status, bootOf(loaded)]).toEqual([403, null])
    }
  })

  test('works for twelve hours in total, however often it is repeated', async () => {
    const first = bootOf(await reload(seen))
    expect(first.seen).toBe(seen)
    expect(Date.parse(first.session.renewUntil)).toBe(Number(seen.split('~')[0]))
    expect(Number(seen.split('~')[0]) - Date.now()).toBeLessThanOrEqual(12 * 60 * 60_000)
    vi.setSystemTime(Number(seen.split('~')[0]) + 1)
    expect(await reload(seen)).toMatchObject({ status: 403 })
    expect(bootOf(await reload(seen, dashboard)).seen).not.toBe(seen)
    vi.useRealTimers()
  })

  test('is refused once the page’s domain or the secret is gone', async () => {
    const old = await seenFrom(website, email, 'https://old.acme.com/')
    await db.allowedDomain.deleteMany({ where: { websiteId: website.websiteId, domain: 'old.acme.com' } })
    forgetWebsiteAccess(website.websiteId)
    expect(await reload(old)).toMatchObject({ status: 403 })
    expect(await reload(seen)).toMatchObject({ status: 200 })
    const { newSecret } = await website.key.run(
      'rollSecret',
      { kind: 'CUSTOMER', overlapHours: 0 },
      'newSecret: value',
    )
    const mac = hmac(email, newSecret)
    expect(await reload(seen, undefined, { hmac: mac })).toMatchObject({ status: 403 })
    expect(await reload(seen, dashboard, { hmac: mac })).toMatchObject({ status: 200 })
  })
})

describe('`seen`', () => {
  test('is not a JWT, and is accepted nowhere else', async () => {
    expect(() => decodeJwt(seen)).toThrow()
    const { errors } = await apiClient(origin, seen).send(whoAmI)
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    const nobody = apiClient(origin, undefined, { origin: dashboard })
    const { __typename } = await nobody.attempt('renewSession', { renewalToken: seen })
    expect(__typename).toBe('NotAllowed')
    const address = `${origin}/console/${website.websiteId}?${new URLSearchParams({ renewal: seen })}`
    expect(bootOf(await load(address, newAddress()))?.session).toBeUndefined()
  })
})
