import { hkdfSync, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SignJWT } from 'jose'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { postgres } from '../support/environment.ts'
import { openSocket } from '../support/raw-socket.ts'
import { createTestWebsite } from '../support/website.ts'

// On PostgreSQL a rotation takes a restart: test/durability/server-key.test.ts.
test.skipIf(postgres)('the previous key is useless after its end', async () => {
  const { origin, rootKey, variables } = await startOwnApp({ SERVER_KEY: '' })
  const { db } = await import('../../server/database/db.ts')
  const { unseal } = await import('../../server/keys/keys.ts')
  const { unsealWebhookSecret } = await import('../../server/keys/webhook-secrets.ts')
  const { emailToken, readEmailToken } = await import('../../server/notifications/email-token.ts')
  const { readSeen, writeSeen } = await import('../../server/sessions/seen.ts')
  const root = apiClient(origin, rootKey)
  const rotate = (emailTokenDays: number) =>
    root.attempt('rotateServerKey', { emailTokenDays }, 'emailTokensUntil')

  const website = await createTestWebsite(origin, rootKey)
  const session = await website.openSession('jane@example.com')
  const sealed = await db.signingSecret.findFirstOrThrow({ where: { websiteId: website.websiteId } })
  const endpoint = { url: 'https://webhooks.invalid/' }
  const { secret: webhookSecret } = await website.key.run('createWebhookEndpoint', endpoint, 'secret')
  const threadId = randomUUID()
  const token = emailToken('mute', threadId)
  const old = {
    reply: emailToken('reply', threadId),
    mute: token,
    confirm: emailToken('confirm', threadId),
    'sign-in': emailToken('sign-in', threadId),
    bounce: emailToken('bounce', threadId),
  }
  const distant = Date.now() + 365 * 24 * 60 * 60_000
  const visit = { websiteId: website.websiteId, email: 'jane@example.com', secretId: sealed.id }
  const seen = writeSeen({ ...visit, origin: 'https://app.acme.com', until: distant })
  const leaked = readFileSync(join(variables.DATA_DIR ?? '', 'server.key'), 'utf8')
  const forged = await forge('session', session.token, leaked, distant)
  const forgedRenewal = await forge('renewal', session.token, leaked, distant)

  const who = async (bearer: string) => {
    const { data, errors } = await apiClient(origin, bearer).send('{ viewer { __typename } }')
    return errors?.[0]?.extensions.code ?? data.viewer.__typename
  }
  const renew = (renewalToken: string) =>
    apiClient(origin).attempt('renewSession', { renewalToken }, 'session { renewalToken renewUntil }')

  expect([await who(session.token), await who(forged)]).toEqual(['Customer', 'Customer'])
  const thief = await openSocket(origin)
  await thief.init(forged)
  const rotated = Date.now()
  const first = await rotate(30)
  expect(await who(session.token)).toBe('Customer')
  // By then the socket has been checked after the rotation, when the key was still good.
  await sleep(5_000)
  const renewed = await renew(forgedRenewal)
  const twelveHours = 12 * 60 * 60_000
  expect(Date.parse(renewed.session.renewUntil) - rotated).toBeLessThan(twelveHours + 60_000)
  expect((readSeen(seen, visit)?.until ?? 0) - rotated).toBeLessThan(twelveHours + 60_000)

  vi.useFakeTimers({ toFake: ['Date'], now: rotated + twelveHours + 60_000 })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  expect(await who(forged)).toBe('UNAUTHENTICATED')
  expect(await thief.closed).toMatchObject({ code: 4403 })
  expect(await renew(forgedRenewal)).toMatchObject({ __typename: 'NotAllowed' })
  expect(await renew(renewed.session.renewalToken)).toMatchObject({ __typename: 'NotAllowed' })
  expect(readSeen(seen, visit)).toBeNull()
  expect(() => unseal(sealed)).toThrow('another server key')
  const { id, secret: resealed } = await db.webhookEndpoint.findFirstOrThrow()
  expect(unsealWebhookSecret(resealed, id)).toBe(webhookSecret)
  expect(readEmailToken('mute', token)).toBe(threadId)

  // Valid until the announced end, in this and every process.
  const until = Date.parse(first.emailTokensUntil)
  expect(until - rotated).toBeGreaterThan(30 * 24 * 60 * 60_000 - 1_000)
  for (const [time, good] of [
    [until - 1_000, threadId],
    [until + 1_000, null],
  ] as const) {
    vi.setSystemTime(time)
    for (const purpose of ['reply', 'mute', 'confirm', 'sign-in', 'bounce'] as const)
      expect(readEmailToken(purpose, old[purpose])).toBe(good)
  }
  vi.setSystemTime(rotated + twelveHours + 60_000)

  const refused = await rotate(30)
  expect(refused).toMatchObject({
    code: 'SERVER_KEY_STILL_NEEDED',
    named: first.emailTokensUntil,
    message: expect.stringContaining(first.emailTokensUntil),
  })
  expect(existsSync(join(variables.DATA_DIR ?? '', 'server.key.new'))).toBe(false)
  const latest = await website.openSession('jane@example.com')
  expect(await who(latest.token)).toBe('Customer')
  const newest = emailToken('mute', threadId)
  expect(await rotate(0)).toMatchObject({ __typename: 'RotateServerKeyPayload' })
  expect(await who(latest.token)).toBe('UNAUTHENTICATED')
  expect(await renew(latest.renewalToken)).toMatchObject({ __typename: 'NotAllowed' })
  expect([token, newest].map((one) => readEmailToken('mute', one))).toEqual([null, null])
  expect(await who((await website.openSession('jane@example.com')).token)).toBe('Customer')
})

/** A token with the session’s claims, as a thief of the key would sign it. */
function forge(audience: string, token: string, serverKey: string, renewUntil: number): Promise<string> {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  return new SignJWT({ ...claims, renewUntil })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(audience)
    .setExpirationTime(new Date(renewUntil))
    .sign(Buffer.from(hkdfSync('sha256', serverKey.trim(), '', 'ticket-center session', 32)))
}
