import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { consoleOf, cookieOf } from '../support/console.ts'
import { openSocket } from '../support/raw-socket.ts'
import { createTestWebsite } from '../support/website.ts'

// Vite serves the console's files here, so they need not be built.
const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { forgetWebsiteAccess } = await import('../../server/identity/website.ts')

const website = await createTestWebsite(origin, rootKey)
const foreign = await createTestWebsite(origin, rootKey)
const { websiteId } = website
const email = 'olaf@acme.com'
const { open, linkTo, session, signIn, tokenFor } = consoleOf(website, email)
const whoAmI = '{ viewer { __typename ... on Operator { email } } }'

describe('the console’s session', () => {
  test('is opened by the cookie, names its operator and cannot be renewed', async () => {
    const { status, headers, body } = await session('POST', await signIn())
    const answer = JSON.parse(body)
    expect([status, Object.keys(answer), Object.keys(answer.session)]).toEqual([
      200,
      ['session', 'operatorId', 'language'],
      ['token', 'expiresAt'],
    ])
    expect(Date.parse(answer.session.expiresAt)).toBeLessThanOrEqual(Date.now() + 15 * 60_000)
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    expect(headers).not.toHaveProperty('set-cookie')
  })

  test('is refused without a valid cookie of this website', async () => {
    const cookie = await signIn()
    const [name] = cookie.split('=')
    const customer = await website.openSession('jane@example.com')
    const operator = await website.openOperatorSession(email)
    const token = await tokenFor(cookie)
    const tokens = [customer.token, customer.renewalToken, operator.token, operator.renewalToken, token, 'x']
    for (const one of ['', `${name}=`, ...tokens.map((text) => `${name}=${text}`)]) {
      expect(await session('POST', one), one).toMatchObject({ status: 401 })
    }
    expect(await session('POST', cookie, {}, foreign.websiteId)).toMatchObject({ status: 401 })
  })

  test.for(['POST', 'DELETE'] as const)('cannot be requested by other sites with %s', async (method) => {
    const cookie = await signIn()
    for (const site of ['cross-site', 'same-site', 'none']) {
      const answer = await session(method, cookie, { 'sec-fetch-site': site, origin: 'https://evil.test' })
      expect([answer.status, cookieOf(answer).cookie]).toEqual([403, ''])
    }
    const plain = await session('POST', cookie, { 'content-type': 'text/plain' })
    const form = await session('POST', cookie, { 'content-type': 'application/x-www-form-urlencoded' })
    expect([plain.status, form.status]).toEqual([415, 415])
    expect(await session('POST', cookie), 'still signed in').toMatchObject({ status: 200 })
  })

  test('is never shared with another origin', async () => {
    const url = `${origin}/console/${websiteId}/session`
    const asking = { origin: 'https://evil.test', 'access-control-request-method': 'POST' }
    const answers = [
      await open(url, asking, 'OPTIONS'),
      await session('POST', await signIn(), { origin: 'https://evil.test' }),
    ]
    for (const { headers } of answers) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })

  test('is the only thing the cookie opens', async () => {
    const cookie = await signIn()
    const token = cookie.slice(cookie.indexOf('=') + 1)
    const { viewer } = await apiClient(origin, undefined, { cookie }).ask(whoAmI)
    const asBearer = await apiClient(origin, token).send(whoAmI)
    const renewed = await apiClient(origin).attempt('renewSession', { renewalToken: token })
    expect([viewer, asBearer.errors?.[0]?.extensions.code, renewed.__typename]).toEqual([
      null,
      'UNAUTHENTICATED',
      'NotAllowed',
    ])
  })

  test('ends on sign-out, with its cookie, tokens and sockets; other sessions continue', async () => {
    const [one, other] = [await signIn(), await signIn()]
    const client = apiClient(origin, await tokenFor(one))
    expect(await client.ask(whoAmI)).toMatchObject({ viewer: { email } })
    const socket = await openSocket(origin)
    await socket.init(client.token ?? '')
    const { status, headers } = await session('DELETE', one)
    expect([status, String(headers['set-cookie'])]).toEqual([204, expect.stringContaining('Max-Age=0')])
    expect(await session('POST', one)).toMatchObject({ status: 401 })
    expect(await socket.closed).toMatchObject({ code: 4403 })
    const { errors } = await client.send(whoAmI)
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    expect(await session('POST', other)).toMatchObject({ status: 200 })
    expect(await session('DELETE', one), 'a repeat').toMatchObject({ status: 204 })
  })

  test('ends twelve hours after signing in, however often it was requested', async () => {
    const { issueConsoleToken, readToken } = await import('../../server/identity/session.ts')
    const [name, text = ''] = (await signIn()).split('=')
    const claims = readToken(text, 'console')?.claims
    if (!claims) throw new Error('The cookie holds no token')
    expect(claims.renewUntil).toBeLessThanOrEqual(Date.now() + 12 * 60 * 60_000)
    const nearly = issueConsoleToken({ ...claims, renewUntil: Date.now() + 60_000 })
    const answer = JSON.parse((await session('POST', `${name}=${nearly}`)).body)
    expect(Date.parse(answer.session.expiresAt)).toBeLessThanOrEqual(Date.now() + 60_000)
    const over = issueConsoleToken({ ...claims, renewUntil: Date.now() - 1_000 })
    expect(await session('POST', `${name}=${over}`)).toMatchObject({ status: 401 })
  })

  test('ends when the operator loses access', async () => {
    const cookie = await signIn()
    const token = await tokenFor(cookie)
    await db.operator.updateMany({ where: { websiteId, email }, data: { active: false } })
    forgetWebsiteAccess(websiteId)
    expect(await session('POST', cookie)).toMatchObject({ status: 401 })
    expect(await open(linkTo())).toMatchObject({ status: 401 })
    const { errors } = await apiClient(origin, token).send(whoAmI)
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })
})
