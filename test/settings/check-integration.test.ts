import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { iframeTag } from '../support/dashboard.ts'
import { createTestWebsite, hmac } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const old = website.secret
const { value: secret } = await website.key.run('rollSecret', { kind: 'CUSTOMER', overlapHours: 0 }, 'value')
const email = 'jane.doe@example.com'

const url = (parameters: Record<string, string>, id = website.websiteId) =>
  `https://support.example.com/tickets/${id}?${new URLSearchParams(parameters)}`
const signed = (text: string, by = secret) => url({ email, hmac: hmac(text, by) })
const right = signed(email)

async function check(address: string, referrer = 'https://app.acme.com/support') {
  const data = await website.key.ask(
    'query ($input: CheckIntegrationInput!) { checkIntegration(input: $input) { ok checks { name ok message remedy } } }',
    { input: { url: address, referrer } },
  )
  return data.checkIntegration
}

/** A mistake, the check that finds it, and what it says. */
const mistakes: [name: string, address: string, check: string, says: RegExp, referrer?: string][] = [
  ['another website', url({ email, hmac: 'x' }, crypto.randomUUID()), 'website', /another website/],
  ['another path', 'https://support.example.com/ticket/1', 'address', /path/],
  ['no address', 'support', 'address', /complete/],
  ['no e-mail', url({ hmac: hmac(email, secret) }), 'email', /no `email`/],
  ['an unencoded plus sign', right.replace('jane.doe', 'jane+x'), 'email', /plus sign/],
  ['no hmac', url({ email }), 'hmac', /no `hmac`/],
  ['an hmac that is too short', url({ email, hmac: 'abc' }), 'hmac', /3 characters/],
  ['SHA-1', url({ email, hmac: 'a'.repeat(40) }), 'hmac', /40 characters/],
  ['an hmac in upper case', url({ email, hmac: hmac(email, secret).toUpperCase() }), 'hmac', /upper case/],
  [
    'the hex-decoded secret',
    url({ email, hmac: createHmac('sha256', Buffer.from(secret, 'hex')).update(email).digest('hex') }),
    'hmac',
    /bytes of the secret/,
  ],
  ['the e-mail in another case', signed('Jane.Doe@example.com'), 'hmac', /upper and lower case/],
  ['the encoded e-mail', signed(encodeURIComponent(email)), 'hmac', /URL-encoded/],
  ['a retired secret', signed(email, old), 'hmac', /retired/],
  ['the operator secret', signed(email, website.operatorSecret), 'hmac', /operator secret/],
  ['somebody else’s secret', signed(email, 'x'.repeat(64)), 'hmac', /not the signature/],
  ['a doubled argument', `${right}&email=b`, 'arguments', /twice/],
  ['a page that is not allowed', right, 'domain', /not an allowed domain/, 'https://evil.example/'],
  ['participants that are ignored', `${right}&participants=a%40b.c`, 'participants', /switched off/],
  ['curly quotes', iframeTag(right).replaceAll('"', '”'), 'quotes', /curly/],
]

describe('the integration check', () => {
  test.for([right, iframeTag(right), right.replace('/tickets/', '/urn:crisp.im:ticket-center:0/tickets/')])(
    'finds nothing wrong with %s',
    async (address) => {
      const { ok, checks } = await check(address)
      expect(checks.filter((item: { ok: boolean }) => !item.ok)).toEqual([])
      expect(ok).toBe(true)
    },
  )

  test.for(mistakes)('names the mistake: %s', async ([, address, name, says, referrer]) => {
    const { ok, checks } = await check(address, referrer)
    const wrong = checks.filter((item: { ok: boolean }) => !item.ok)
    expect(ok).toBe(false)
    expect(wrong.map((item: { name: string }) => item.name)).toContain(name)
    const found = wrong.find((item: { name: string }) => item.name === name)
    expect(found.message).toMatch(says)
    expect(found.remedy).toBeTruthy()
  })

  test('tells no secret', async () => {
    const answers = JSON.stringify(await Promise.all(mistakes.map(([, address]) => check(address))))
    for (const text of [secret, old, website.operatorSecret, hmac(email, secret)])
      expect(answers).not.toContain(text)
  })
})
