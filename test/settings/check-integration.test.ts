import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { iframeTag } from '../support/dashboard.ts'
import { load } from '../support/page.ts'
import { createTestWebsite, dashboard, hmac } from '../support/website.ts'

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
    'query ($input: CheckIntegrationInput!) { checkIntegration(input: $input) { ok checks { name ok message fix } } }',
    { input: { url: address, referrer } },
  )
  return data.checkIntegration
}

/** A mistake, the check that finds it, and its message. */
const mistakes: [name: string, address: string, check: string, says: RegExp, referrer?: string][] = [
  ['another website', url({ email, hmac: 'x' }, crypto.randomUUID()), 'website', /another website/],
  ['another path', 'https://support.example.com/ticket/1', 'address', /path/],
  ['no address', 'support', 'address', /complete/],
  ['no email', url({ hmac: hmac(email, secret) }), 'email', /no `email`/],
  ['an unencoded plus sign', right.replace('jane.doe', 'jane+x'), 'email', /plus sign/],
  ['no hmac', url({ email }), 'hmac', /no `hmac`/],
  ['an hmac that is too short', url({ email, hmac: 'abc' }), 'hmac', /3 characters/],
  ['SHA-1', url({ email, hmac: 'a'.repeat(40) }), 'hmac', /40 characters/],
  ['an hmac in upper case', url({ email, hmac: hmac(email, secret).toUpperCase() }), 'hmac', /upper case/],
  [
    'the hex-decoded secret',
    url({ email, hmac: createHmac('sha256', Buffer.from(secret, 'hex')).update(email).digest('hex') }),
    'hmac',
    /decoded bytes of the secret/,
  ],
  ['the email in another case', signed('Jane.Doe@example.com'), 'hmac', /different case/],
  ['the encoded email', signed(encodeURIComponent(email)), 'hmac', /URL-encoded/],
  ['a retired secret', signed(email, old), 'hmac', /retired/],
  ['the operator secret', signed(email, website.operatorSecret), 'hmac', /operator secret/],
  ['somebody else’s secret', signed(email, 'x'.repeat(64)), 'hmac', /not the signature/],
  ['a doubled argument', `${right}&email=b`, 'arguments', /twice/],
  ['a disallowed page', right, 'domain', /not an allowed domain/, 'https://evil.example/'],
  ['participants that are ignored', `${right}&participants=a%40b.c`, 'participants', /disabled/],
  ['curly quotes', iframeTag(right).replaceAll('"', '”'), 'quotes', /curly/],
  ['curly quotes around the address', `“${right}”`, 'quotes', /curly/],
  ['the same, encoded', `%E2%80%9C${right}%E2%80%9D`, 'quotes', /curly/],
  [
    'curly quotes around it and in a name',
    iframeTag(`${right}&nickname=«Анна»`).replace(/src="(.*?)"/, 'src=“$1”'),
    'quotes',
    /curly/,
  ],
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

  test('has a code for programs, and the value that its message contains', async () => {
    const query =
      'query ($input: CheckIntegrationInput!) { checkIntegration(input: $input) { checks { code name value } } }'
    const input = { url: url({ email, hmac: 'a'.repeat(40) }), referrer: 'https://evil.example/' }
    expect((await website.key.ask(query, { input })).checkIntegration.checks).toEqual([
      { code: 'ADDRESS_VALID', name: 'address', value: null },
      { code: 'WEBSITE_VALID', name: 'website', value: 'Acme' },
      { code: 'EMAIL_VALID', name: 'email', value: email },
      { code: 'HMAC_SHA1', name: 'hmac', value: '40' },
      { code: 'DOMAIN_NOT_ALLOWED', name: 'domain', value: 'evil.example' },
    ])
  })

  test.for(mistakes)('names the mistake: %s', async ([, address, name, says, referrer]) => {
    const { ok, checks } = await check(address, referrer)
    const wrong = checks.filter((item: { ok: boolean }) => !item.ok)
    expect(ok).toBe(false)
    expect(wrong.map((item: { name: string }) => item.name)).toContain(name)
    const found = wrong.find((item: { name: string }) => item.name === name)
    expect(found.message).toMatch(says)
    expect(found.fix).toBeTruthy()
  })

  test.for<[name: string, tag: string, check: string, says: RegExp]>([
    ['no Referer', right, 'referrerpolicy', /no-referrer/],
    ['a Referer for the same origin only', right, 'referrerpolicy', /same-origin/],
    ['a sandbox without scripts', right, 'sandbox', /allow-scripts/],
    ['a sandbox without forms', right, 'sandbox', /allow-forms/],
    ['another document', right, 'address', /srcdoc/],
  ])('names what is wrong with the tag: %s', async ([name, src, check_, says]) => {
    const tag = iframeTag(src)
    const wrong: Record<string, string> = {
      'no Referer': tag.replace('referrerpolicy="origin"', 'referrerPolicy=no-referrer'),
      'a Referer for the same origin only': tag.replace('"origin"', '"same-origin"'),
      'a sandbox without scripts': tag.replace(' allow-scripts', ''),
      'a sandbox without forms': tag.replace('allow-forms ', ''),
      'another document': tag.replace('src=', 'srcdoc="" src='),
    }
    const { ok, checks } = await check(wrong[name] ?? '')
    expect(ok).toBe(false)
    expect(checks.find((item: { ok: boolean }) => !item.ok)).toMatchObject({
      name: check_,
      message: expect.stringMatching(says),
    })
  })

  test.for([
    `<iframe src=${right}>`,
    `<iframe src='${right.replaceAll('&', '&#38;').replaceAll('=', '&#x3D;')}'>`,
    `<iframe referrerPolicy="origin" src={"${right}"} />`,
    iframeTag(right).replace('>', ' style="height: clamp(600px, 812px, 100vh);">'),
    `<script src="${origin}/embed.js"></script><ticket-center height="800px" src="${right}"></ticket-center>`,
    `<TicketCenter src={'${right}'} onMessage={hear} />`,
    right.replaceAll('&', '&amp;'),
  ])('parses a tag as browsers do: %s', async (tag) => {
    expect((await check(tag)).checks.filter((item: { ok: boolean }) => !item.ok)).toEqual([])
  })

  test('reveals no secret', async () => {
    const answers = JSON.stringify(await Promise.all(mistakes.map(([, address]) => check(address))))
    for (const text of [secret, old, website.operatorSecret, hmac(email, secret)])
      expect(answers).not.toContain(text)
  })
})

const mac = (text: string) => `hmac=${hmac(text, secret)}`
const path = `/tickets/${website.websiteId}`
const plus = 'jane+x@example.com'
const good = `email=${email}&${mac(email)}`

describe('the integration check and the document', () => {
  test.for<[target: string, referrer?: string]>([
    [`${path}?${good}`],
    [`${path.toUpperCase().replace('TICKETS', 'tickets')}?${good}`],
    [`${path}/?${good}`],
    [`/${path}?${good}`],
    [`${path.replace('-', '%2D')}?${good}`],
    [`/urn%3Acrisp.im%3Aticket-center%3A0${path}?${good}`],
    [`/tickets/%E0%A4%A?${good}`],
    [`/tickets/?${good}`],
    [`${path}?email=%E0%A4%A&${mac(email)}`],
    [`${path}?email=${plus}&${mac(plus)}`],
    [`${path}?email=${encodeURIComponent(plus)}&${mac(plus)}`],
    [`${path}?email=%20a%40b.co&${mac(' a@b.co')}`],
    [`${path}?email=a%40b.co%20&${mac('a@b.co')}`],
    [`${path}?email=%C2%A0a%40b.co&${mac('\u00a0a@b.co')}`],
    [`${path}?email=a&${mac('a')}`],
    [`${path}?email=${encodeURIComponent(encodeURIComponent(email))}&${mac(email)}`],
    [`${path}?email=${email}&hmac=${hmac(email, secret).toUpperCase()}`],
    [`${path}?email=${email}%0A&${mac(email)}`],
    [`${path}?email=${email}&${mac(email)}%0A`],
    [`${path}?Email=${email}&${mac(email)}`],
    [`${path}?email=${email};${mac(email)}`],
    [`${path}?email=&${mac('')}`],
    [`${path}?${good}&email=${email}`],
    [`${path}?${good}&hmac[]=x`],
    [`${path}?${good}&participants=`],
    [`${path}?${good}&participants=,`],
    [`${path}?${good}&nickname=A&nickname=B`],
    [`${path}?${good}&nickname=Jane%0ADoe&locale[]=x&foo[]=1&foo=2`],
    [`${path}?${good}&nickname=%E2%80%9CBob%E2%80%9D`],
    [`${path}?${good}&nickname=«Анна»`],
    [`${path}?nickname=“Bob”&${good}`],
    [`${path}?${good}#fragment`],
    [`${path}?${good}`, 'http://app.acme.com/'],
    [`${path}?${good}`, 'https://app.acme.com:8443/x?y'],
    [`${path}?${good}`, 'https://APP.acme.com'],
    [`${path}?${good}`, 'https://app.acme.com.'],
    [`${path}?${good}`, 'https://evil.test'],
    [`${path}?${good}`, 'file:///index.html'],
    [`${path}?${good}`, 'about:client'],
  ])('agree on %s in %s', async ([target, referrer = dashboard]) => {
    const { ok } = await check(origin + target, referrer)
    const sent = new URL(origin + target)
    const { status } = await load(`${sent.origin}${sent.pathname}${sent.search}`, { referer: referrer })
    expect([target, ok]).toEqual([target, status === 200])
  })
})
