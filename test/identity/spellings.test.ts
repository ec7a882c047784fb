import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { bootOf, load } from '../support/page.ts'
import { createTestWebsite, dashboard, hmac } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)

/** Id and address of the customer that a signed address signs in through the API; null if it is refused. */
async function viewerOf(email: string) {
  const page = apiClient(origin, undefined, { origin: dashboard })
  const input = { websiteId: website.websiteId, email, hmac: hmac(email, website.secret) }
  const { viewer } = await page.attempt('openSession', input, 'viewer { ... on Customer { id email } }')
  return viewer ?? null
}

describe('addresses that look or mean the same are separate customers:', () => {
  test.for([
    ['İrem@example.com', 'irem@example.com'],
    ['ſam@example.com', 'sam@example.com'],
    ['jane@müller.example', 'jane@xn--mller-kva.example'],
    ['jane\u0301@example.com', 'jan\u00e9@example.com'],
    ['a+b@example.com', 'a@example.com'],
    ["o'brien@example.com", 'o’brien@example.com'],
  ])('%s and %s', async ([one = '', other = '']) => {
    const [first, second] = [await viewerOf(one), await viewerOf(other)]
    expect([first.email, second.email]).toEqual([one, other])
    expect(first.id).not.toBe(second.id)
  })

  test('except with another @ sign, which is no address', async () => {
    expect(await viewerOf('jane＠example.com')).toBeNull()
  })
})

describe('an address is decoded from the encoding of', () => {
  const email = "o'brien+tag*~é@example.com"
  const php = (text: string) => encodeURIComponent(text).replaceAll("'", '%27').replaceAll('*', '%2A')
  test.for<[string, string]>([
    ['JavaScript', encodeURIComponent(email)],
    ['rawurlencode of PHP', php(email)],
    ['urlencode of PHP, Go and Ruby', php(email).replaceAll('~', '%7E')],
    ['lower-case digits', php(email).replace(/%../g, (digits) => digits.toLowerCase())],
    ['URLSearchParams', new URLSearchParams({ e: email }).toString().slice(2)],
    ['its own letters, but for the plus sign', email.replace('+', '%2B').replace('é', '%C3%A9')],
    ['its own letters', email.replace('é', '%C3%A9')],
  ])('%s', async ([, encoded]) => {
    const url = `${origin}/tickets/${website.websiteId}?email=${encoded}&hmac=${hmac(email, website.secret)}`
    const boot = bootOf(await load(url, { referer: `${dashboard}/` }))
    const { viewer } = await apiClient(origin, boot.session.token).ask(
      '{ viewer { ... on Customer { email } } }',
    )
    expect(viewer).toEqual({ email })
  })
})

describe('a secret from another system is kept unchanged:', () => {
  const plain = 'abcdefghijklmnopqrstuvwxyz0123456789'
  test.for([`${plain}\n`, ` ${plain} `, `${plain}ü€`, `${plain}\\n"'`])('%j', async (secret) => {
    const made = await createTestWebsite(origin, rootKey, { secret })
    expect(made.secret).toBe(secret)
    const page = apiClient(origin, undefined, { origin: dashboard })
    const email = 'jane@example.com'
    const open = (by: string) => {
      const signed = createHmac('sha256', Buffer.from(by, 'utf8')).update(email).digest('hex')
      return page.attempt('openSession', { websiteId: made.websiteId, email, hmac: signed })
    }
    expect(await open(secret)).toMatchObject({ __typename: 'OpenSessionPayload' })
    if (secret.trim() !== secret)
      expect(await open(secret.trim())).toMatchObject({ __typename: 'NotAllowed' })
  })

  test('and an upper-case id is the same id', async () => {
    const websiteId = crypto.randomUUID().toUpperCase()
    const made = await createTestWebsite(origin, rootKey, { websiteId })
    expect(made.websiteId).toBe(websiteId.toLowerCase())
  })
})
