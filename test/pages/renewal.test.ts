import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { bootOf, load, newAddress } from '../support/page.ts'
import { createTestWebsite, dashboard } from '../support/website.ts'

const { origin, rootKey } = await startApp({ TRUST_PROXY: '127.0.0.1,::1' })
const { issueSession } = await import('../../server/access/session.ts')
const { forgetWebsiteAccess } = await import('../../server/access/website.ts')
const { db } = await import('../../server/db.ts')

const allowedDomains = ['app.acme.com', 'old.acme.com']
const website = await createTestWebsite(origin, rootKey, { allowedDomains })
const foreign = await createTestWebsite(origin, rootKey)
const email = 'jane@example.com'
const page = await load(website.frameUrl(email), { referer: `${dashboard}/` })
const session = bootOf(page).session
const claims = JSON.parse(Buffer.from(session.renewalToken.split('.')[1], 'base64url').toString())
const whoAmI = '{ viewer { __typename ... on Customer { email } } }'

/** Reloads the frame with this token, which it keeps in its own address. */
function reload(renewal: string, referer?: string) {
  const url = `${origin}/tickets/${website.websiteId}?${new URLSearchParams({ renewal })}`
  return load(url, { ...(referer && { referer }), ...newAddress() })
}

describe('a reload inside the frame', () => {
  test.for([
    ['no page', undefined],
    ['our own origin', origin],
    ['our own origin on another port', 'http://localhost:1'],
    ['an allowed page', dashboard],
  ])('opens the same customer’s app with the renewal token, from %s', async ([, referer]) => {
    const loaded = await reload(session.renewalToken, referer)
    expect(loaded.status).toBe(200)
    const { viewer } = await apiClient(origin, bootOf(loaded).session.token).ask(whoAmI)
    expect(viewer).toEqual({ __typename: 'Customer', email })
  })

  test('does not prolong the session beyond its twelve hours', async () => {
    const loaded = bootOf(await reload(session.renewalToken)).session
    expect(loaded.renewUntil).toBe(session.renewUntil)
    expect(Date.parse(loaded.renewUntil) - Date.now()).toBeLessThanOrEqual(12 * 60 * 60_000)
    expect(Date.parse(loaded.expiresAt) - Date.now()).toBeLessThanOrEqual(15 * 60_000)
  })

  test('is refused from a page that is not allowed, token or not', async () => {
    expect(await reload(session.renewalToken, 'https://evil.test/')).toMatchObject({ status: 403 })
    expect(await reload(session.renewalToken, 'null')).toMatchObject({ status: 403 })
  })

  test.for<[string, string | Promise<string>]>([
    ['is empty', ''],
    ['is none', 'x'],
    ['is the session’s token', session.token],
    [
      'has run out',
      issueSession({ ...claims, renewUntil: Date.now() - 1_000 }).then(({ renewalToken }) => renewalToken),
    ],
    ['is another website’s', foreign.openSession(email).then(({ renewalToken }) => renewalToken)],
    [
      'is an operator’s',
      website.openOperatorSession('ada@acme.com').then(({ renewalToken }) => renewalToken),
    ],
  ])('is refused when the token %s', async ([, token]) => {
    for (const referer of [undefined, origin]) {
      const loaded = await reload(await token, referer)
      expect(loaded.status).toBe(403)
      expect(bootOf(loaded)).toBeNull()
    }
  })

  test('is refused once the page’s domain, or the secret, is gone', async () => {
    const old = bootOf(await load(website.frameUrl(email), { referer: 'https://old.acme.com/' })).session
    await db.allowedDomain.deleteMany({ where: { websiteId: website.websiteId, domain: 'old.acme.com' } })
    forgetWebsiteAccess(website.websiteId)
    expect(await reload(old.renewalToken)).toMatchObject({ status: 401 })
    expect(await reload(session.renewalToken)).toMatchObject({ status: 200 })
    await db.signingSecret.updateMany({ where: { id: claims.secretId }, data: { retiresAt: new Date(0) } })
    forgetWebsiteAccess(website.websiteId)
    expect(await reload(session.renewalToken)).toMatchObject({ status: 401 })
  })
})
