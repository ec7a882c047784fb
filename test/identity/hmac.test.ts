import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { bootOf, load, newAddress } from '../support/page.ts'
import { createTestWebsite, dashboard, hmac } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { seal } = await import('../../server/keys/keys.ts')

const email = 'john.doe@acme.com'
const signature = 'e2e1a7990b002d72db912d1d14d600cf5d79d2b1915d9d009bb0cbb13357ae5f'
const secret = '713ecca8a85c864ed4a66642ec04f18e2dc06d042a72a1a3ddc09d87a533c154'
const websiteId = 'eb8a1cc9-1f44-4bd1-8a76-0fd1e5c5c1a5'
const unknownWebsite = '00000000-0000-4000-8000-000000000000'
await createTestWebsite(origin, rootKey, { websiteId, secret })
const other = await createTestWebsite(origin, rootKey)

/** A website with exactly these customer secrets. */
async function websiteWith(secrets: { value: string; retiresAt?: Date }[]) {
  const { websiteId: id } = await createTestWebsite(origin, rootKey)
  await db.signingSecret.deleteMany({ where: { websiteId: id, kind: 'CUSTOMER' } })
  const data = secrets.map(({ value, retiresAt }) => ({
    ...seal(value, { websiteId: id, kind: 'CUSTOMER' as const }),
    retiresAt,
  }))
  await db.signingSecret.createMany({ data })
  return id
}
const withoutSecret = await websiteWith([])
const withEmptySecret = await websiteWith([{ value: '' }])
const withRetiredSecret = await websiteWith([{ value: secret, retiresAt: new Date(Date.now() - 1) }])

const open = (input: object) =>
  apiClient(origin, undefined, { origin: dashboard, ...newAddress() }).send(
    `mutation ($input: OpenSessionInput!) { openSession(input: $input) {
      __typename
      ... on OpenSessionPayload { session { token } viewer { ... on Customer { email } } }
      ... on NotAllowed { message }
    } }`,
    { input },
  )
const loadFrame = (query: string, id = websiteId, path = '/tickets') =>
  load(`${origin}${path}/${id}?${query}`, { referer: `${dashboard}/`, ...newAddress() })
const queryOf = (parameters: Record<string, string | undefined>) =>
  new URLSearchParams(
    Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString()

describe('the documented HMAC', () => {
  test('opens the document, with a session for exactly that address', async () => {
    const page = await loadFrame(queryOf({ email, hmac: signature }))
    expect(page.status).toBe(200)
    const { viewer } = await apiClient(origin, bootOf(page).session.token).ask(
      '{ viewer { ... on Customer { email } } }',
    )
    expect(viewer).toEqual({ email })
  })

  test('opens a session through the API', async () => {
    const { data } = await open({ websiteId, email, hmac: signature })
    expect(data.openSession).toMatchObject({ __typename: 'OpenSessionPayload', viewer: { email } })
  })

  test('opens the hosted product’s path, and an upper-case website id', async () => {
    const query = queryOf({ email, hmac: signature })
    expect(await loadFrame(query, websiteId, '/urn:crisp.im:ticket-center:0/tickets')).toMatchObject({
      status: 200,
    })
    expect(await loadFrame(query, websiteId.toUpperCase())).toMatchObject({ status: 200 })
  })

  test.for([
    ['unencoded', 'john+tag@acme.com'],
    ['encoded', 'john%2Btag@acme.com'],
  ])('can sign an address with a plus sign, %s', async ([, spelling]) => {
    const page = await loadFrame(`email=${spelling}&hmac=${hmac('john+tag@acme.com', secret)}`)
    const { viewer } = await apiClient(origin, bootOf(page).session.token).ask(
      '{ viewer { ... on Customer { email } } }',
    )
    expect(viewer).toEqual({ email: 'john+tag@acme.com' })
  })
})

describe('an address that resembles another', () => {
  const idOf = async (address: string) => {
    const client = apiClient(origin, undefined, { origin: dashboard, ...newAddress() })
    const input = { websiteId, email: address, hmac: hmac(address, secret) }
    const { viewer } = await client.run('openSession', input, 'viewer { ... on Customer { id } }')
    return viewer.id
  }

  test('is the same customer if only ASCII case or surrounding ASCII spaces differ', async () => {
    const kate = await idOf('kate@example.com')
    for (const same of ['KATE@Example.com', ' kate@example.com', 'kate@example.com\t'])
      expect(await idOf(same)).toBe(kate)
  })

  test('is a different customer with the Kelvin sign, a fullwidth letter or an accent', async () => {
    const addresses = ['kate', '\u212aate', 'ｋate', 'káte'].map((name) => `${name}@example.com`)
    expect(new Set(await Promise.all(addresses.map(idOf))).size).toBe(addresses.length)
  })
})

const base64 = createHmac('sha256', secret).update(email).digest('base64')
const refusals: {
  name: string
  email?: string
  hmac?: string
  id?: string
  status?: number
}[] = [
  { name: 'no HMAC' },
  ...[
    '',
    'null',
    '0',
    'undefined',
    'f'.repeat(64),
    signature.slice(1),
    `${signature}0`,
    signature.toUpperCase(),
  ].map((text) => ({
    name: `the HMAC “${text}”`,
    hmac: text,
  })),
  { name: 'the HMAC in Base64', hmac: base64 },
  { name: 'a space before the HMAC', hmac: ` ${signature}` },
  { name: 'a space after the HMAC', hmac: `${signature} ` },
  { name: 'more behind the HMAC', hmac: `${signature}zz` },
  { name: 'the HMAC of another address', email: 'jane@acme.com', hmac: signature },
  { name: 'the address in other letters than were signed', email: email.toUpperCase(), hmac: signature },
  { name: 'an HMAC by another website’s secret', hmac: hmac(email, other.secret) },
  { name: 'an HMAC by the operators’ secret', hmac: hmac(email, other.operatorSecret), id: other.websiteId },
  { name: 'another website', hmac: signature, id: other.websiteId },
  { name: 'a website without a secret', hmac: hmac(email, ''), id: withoutSecret },
  { name: 'an empty secret', hmac: hmac(email, ''), id: withEmptySecret },
  { name: 'a retired secret', hmac: signature, id: withRetiredSecret },
  { name: 'no address', email: '', hmac: hmac('', secret), status: 400 },
  { name: 'a signed text that is no address', email: 'john', hmac: hmac('john', secret), status: 400 },
  ...['\u00a0', '\u3000', '\ufeff', '\u2028', '\u202e'].map((character) => ({
    name: `a signed address behind U+${character.charCodeAt(0).toString(16)}`,
    email: character + email,
    hmac: hmac(character + email, secret),
    status: 400,
  })),
  { name: 'an unknown website', hmac: signature, id: unknownWebsite, status: 404 },
  { name: 'a website id that is none', hmac: signature, id: 'x', status: 404 },
]

describe('an unproven identity', () => {
  const pages = new Set<string>()

  test.for(refusals)(
    'is refused the same way: $name',
    async ({ name: _, id = websiteId, status = 401, ...given }) => {
      const customers = await db.customer.count()
      const parameters = { email, ...given }
      const page = await loadFrame(queryOf(parameters), id)
      expect(page.status).toBe(status)
      expect(bootOf(page)).toBeNull()
      expect(pages.add(page.body).size).toBe(1)
      expect(await open({ hmac: '', websiteId: id, ...parameters })).toEqual({
        data: { openSession: { __typename: 'NotAllowed', message: 'Sign-in refused' } },
      })
      expect(await db.customer.count()).toBe(customers)
    },
  )

  const signed = `hmac=${signature}`
  test.for([
    `email=${email}&email=jane@acme.com&${signed}`,
    `email=jane@acme.com&email=${email}&${signed}`,
    `email=${email}&email=${email}&${signed}`,
    `email[]=${email}&${signed}`,
    `email=${email}&email[0]=jane@acme.com&${signed}`,
    `email=${email}&${signed}&${signed}`,
    `email=${email}&hmac=0&${signed}`,
    `email=${email}&${signed}&hmac[]=0`,
    `email=${email}%00&${signed}`,
  ])('is refused as malformed: %s', async (query) => {
    const page = await loadFrame(query)
    expect(page.status).toBe(400)
    expect(pages.add(page.body).size).toBe(1)
  })

  test.for([
    { email: [email, 'jane@acme.com'], hmac: signature },
    { email: [email], hmac: signature },
    { email: { address: email }, hmac: signature },
    { email, hmac: [signature] },
    { email, hmac: null },
    { email },
  ])('is refused as malformed in an input, too: %j', async (input) => {
    const { data, errors } = await open({ websiteId, ...input })
    expect([data ?? null, errors?.[0]?.extensions.code]).toEqual([null, 'BAD_USER_INPUT'])
  })
})
