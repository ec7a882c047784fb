import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { load, newAddress } from '../support/page.ts'
import { createTestWebsite, dashboard, hmac } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const allowedDomains = ['app.acme.com', '*.acme.org', 'localhost']
const website = await createTestWebsite(origin, rootKey, { allowedDomains })
const foreign = await createTestWebsite(origin, rootKey, { allowedDomains })
const email = 'jane@example.com'

type Website = Awaited<ReturnType<typeof createTestWebsite>>

const urlFor = ({ websiteId, secret }: Website, of = email, more = {}) =>
  `${origin}/tickets/${websiteId}/unread?${new URLSearchParams({ email: of, hmac: hmac(of, secret), ...more })}`

function ask(url: string, headers: Record<string, string> = { origin: dashboard }) {
  return load(url, { ...newAddress(), ...headers })
}

const unreadOf = async (of: string) => JSON.parse((await ask(urlFor(website, of))).body).unread

/** Opens a ticket as this customer, which an operator answers. */
async function answered(of: string, more = {}): Promise<string> {
  const customer = await website.customer(of)
  const input = { subject: 'Help', body: 'Please', ...more }
  const { ticket } = await customer.run('openTicket', input, 'ticket { id }')
  await website.key.run('reply', { ticketId: ticket.id, body: 'Sure' }, '__typename')
  return ticket.id
}

const jane = await answered(email)

describe('the unread count', () => {
  test('is the number of tickets with answers that the customer has not read', async () => {
    const of = 'reader@example.com'
    const customer = await website.customer(of)
    expect(await unreadOf(of)).toBe(0)
    const ids = [await answered(of), await answered(of)]
    await website.key.run('reply', { ticketId: ids[0], body: 'More' }, '__typename')
    expect(await unreadOf(of)).toBe(2)
    await customer.run('markTicketRead', { ticketId: ids[0], position: 3 }, '__typename')
    expect(await unreadOf(of)).toBe(1)
  })

  test('includes tickets that are shared with the customer', async () => {
    await db.website.update({ where: { id: website.websiteId }, data: { participantsEnabled: true } })
    const input = { ticketId: jane, email: 'boss@example.com' }
    await website.key.run('addParticipant', input, '__typename')
    expect(await unreadOf('boss@example.com')).toBe(1)
    await website.key.run('removeParticipant', input, '__typename')
    expect(await unreadOf('boss@example.com')).toBe(0)
  })

  test('is of one website: the same address has none on another', async () => {
    expect(JSON.parse((await ask(urlFor(foreign))).body)).toEqual({ unread: 0 })
  })

  test('opens no session and writes no customer', async () => {
    expect(await unreadOf('newcomer@example.com')).toBe(0)
    expect(await db.customer.count({ where: { email: 'newcomer@example.com' } })).toBe(0)
  })

  test('takes the address of the hosted product, an unencoded plus and capitals', async () => {
    const of = 'Jane+Shop@example.com'
    await answered(of)
    const url = urlFor(website, of).replace('%2B', '+')
    const hosted = url.replace('/tickets/', '/urn:crisp.im:ticket-center:0/tickets/')
    for (const address of [url, hosted]) {
      expect(JSON.parse((await ask(address)).body)).toEqual({ unread: 1 })
    }
  })

  test('ignores the other arguments of the frame', async () => {
    const more = { nickname: 'Mallory', locale: 'fr', participants: 'a@x.io', seen: 'x', ticket: '1' }
    expect(await ask(urlFor(website, email, more))).toMatchObject({ status: 200, body: '{"unread":1}' })
    const { websiteId } = website
    const customer = await db.customer.findFirst({ where: { websiteId, email } })
    expect(customer).toMatchObject({ nickname: null, locale: null })
  })

  test('may be stored for ten seconds, by the browser only and for each page', async () => {
    const { headers } = await ask(urlFor(website))
    expect(headers).toMatchObject({
      'cache-control': 'private, max-age=10',
      vary: 'origin',
      'access-control-allow-origin': dashboard,
      'content-type': 'application/json',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    })
    for (const name of ['set-cookie', 'access-control-allow-credentials']) {
      expect(headers).not.toHaveProperty(name)
    }
  })
})

describe('a page that asks', () => {
  test.for([
    ['https://app.acme.com', 200],
    ['https://app.acme.com:8443', 200],
    ['http://app.acme.com', 200],
    ['https://eu.acme.org', 200],
    ['https://acme.org', 403],
    ['https://app.acme.com.evil.test', 403],
    ['https://app.acme.com@evil.test', 403],
    ['https://evil.test', 403],
    ['null', 403],
    ['', 403],
  ] as const)('on “%s” gets %i, and may read the answer if it is allowed', async ([page, status]) => {
    const answer = await ask(urlFor(website), page ? { origin: page } : {})
    expect(answer.status).toBe(status)
    expect(answer.headers['access-control-allow-origin']).toBe(status === 200 ? page : undefined)
    expect(answer.headers.vary).toBe('origin')
  })

  test('is not identified by its Referer', async () => {
    expect(await ask(urlFor(website), { referer: `${dashboard}/` })).toMatchObject({ status: 403 })
  })

  test('of the server itself is on its domain', async () => {
    const own = { 'sec-fetch-site': 'same-origin' }
    const listed = (await ask(urlFor(website), own)).status
    const other = await createTestWebsite(origin, rootKey)
    expect([listed, (await ask(urlFor(other), own)).status]).toEqual([200, 403])
  })
})

describe('is refused:', () => {
  const url = urlFor(website)
  const refusals: [name: string, url: string, status: number][] = [
    ['a wrong HMAC', url.replace(/hmac=\w/, 'hmac=x'), 401],
    ['another customer’s HMAC', url.replace('jane', 'bob'), 401],
    ['another website’s HMAC', urlFor({ ...website, secret: foreign.secret }), 401],
    ['no HMAC', url.replace(/&hmac=\w+/, ''), 401],
    ['no address', url.replace(/email=[^&]+&/, ''), 400],
    ['two HMACs', `${url}&hmac=x`, 400],
    ['an unknown website', url.replace(website.websiteId, '00000000-0000-4000-8000-000000000000'), 404],
    ['no website', url.replace(website.websiteId, 'acme'), 404],
  ]

  test.for(refusals)('%s', async ([, address, status]) => {
    const answer = await ask(address)
    expect([answer.status, answer.body]).toEqual([status, '{"error":"Refused"}'])
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers['access-control-allow-origin']).toBe(status === 404 ? undefined : dashboard)
  })

  test('an address that was refused too often, but never a valid question from it', async () => {
    const from = { origin: dashboard, ...newAddress() }
    const wrong = `${url}&hmac=x`
    for (let count = 0; count < 60; count++) await ask(wrong, from)
    const answer = await ask(wrong, from)
    expect([answer.status, Number(answer.headers['retry-after']) > 0]).toEqual([429, true])
    expect(await ask(url, from)).toMatchObject({ status: 200 })
  })

  test('a revoked secret and a removed domain', async () => {
    const other = await createTestWebsite(origin, rootKey)
    const address = urlFor(other)
    expect(await ask(address)).toMatchObject({ status: 200 })
    await other.key.run('rollSecret', { kind: 'CUSTOMER', overlapHours: 0 }, '__typename')
    expect(await ask(address)).toMatchObject({ status: 401 })
    const { website: of } = await other.key.ask('{ website { settings { allowedDomains { id } } } }')
    await other.key.run('removeAllowedDomain', { id: of.settings.allowedDomains[0].id }, '__typename')
    expect(await ask(address)).toMatchObject({ status: 403 })
  })

  test('any other method', async () => {
    expect(await load(url, { origin: dashboard, ...newAddress() }, 'POST')).toMatchObject({ status: 404 })
  })
})
