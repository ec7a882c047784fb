import { createCipheriv, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { linesWith } from '../erasure/search.ts'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { keys, unseal } = await import('../../server/keys/keys.ts')
const { bindSecrets } = await import('../../server/keys/bind-secrets.ts')
const website = await createTestWebsite(origin, rootKey)
const { websiteId } = website
const other = await createTestWebsite(origin, rootKey)
const secretOf = (websiteId: string, kind: 'CUSTOMER' | 'OPERATOR') =>
  db.signingSecret.findFirstOrThrow({ where: { websiteId, kind } })

test.for([
  ['another website', { websiteId: other.websiteId }],
  ['another kind', { kind: 'OPERATOR' }],
] as const)('an encrypted secret copied to %s cannot be decrypted', async ([, change]) => {
  const secret = await secretOf(websiteId, 'CUSTOMER')
  expect(unseal(secret)).toBe(website.secret)
  expect(() => unseal({ ...secret, ...change })).toThrow()
  expect(() => unseal({ ...secret, bound: false })).toThrow()
})

test('an unbound secret of an earlier version still signs in, and is bound at the next start', async () => {
  const { id } = await secretOf(other.websiteId, 'CUSTOMER')
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keys().sealing, nonce)
  const ciphertext = [...cipher.update(other.secret, 'utf8'), ...cipher.final()]
  const sealed = Uint8Array.from([...nonce, ...ciphertext, ...cipher.getAuthTag()])
  await db.signingSecret.update({ where: { id }, data: { sealed, bound: false } })
  const { forgetWebsiteAccess } = await import('../../server/identity/website.ts')
  forgetWebsiteAccess(other.websiteId)
  await other.openSession('jane@example.com')
  await bindSecrets(db)
  const secret = await secretOf(other.websiteId, 'CUSTOMER')
  expect(secret.bound).toBe(true)
  expect(() => unseal({ ...secret, websiteId })).toThrow()
  forgetWebsiteAccess(other.websiteId)
  await other.openSession('jane@example.com')
})

test('none of the secrets, keys and tokens that were given out is in the database', async () => {
  const { token, renewalToken } = await website.openSession('jane@example.com')
  const { value } = await website.key.run('rollSecret', { kind: 'CUSTOMER' }, 'value')
  const webhook = { url: 'https://hooks.example.com', events: ['MESSAGE_POSTED'] }
  const endpoint = await website.key.run('createWebhookEndpoint', webhook, 'secret')
  const { apiKey, operatorSecret } = website
  const given = { token, renewalToken, value, secret: website.secret, operatorSecret, apiKey, rootKey }
  for (const [name, word] of Object.entries({ ...given, endpoint: endpoint.secret })) {
    expect(word.length, name).toBeGreaterThan(30)
    // The random part only.
    const bare = word.replace(/^\w+_(?=.{30})/, '').toLowerCase()
    expect(await linesWith(bare), name).toEqual([])
  }
  expect(await linesWith(website.websiteId.toLowerCase())).not.toEqual([])
})
