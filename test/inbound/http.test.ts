import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { startReceiving } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'
import { messageIdOf, mime, newPostman, signed } from './postman.ts'

const { app, origin, rootKey } = await startReceiving()
const { replyAddress, send, post, find, settled } = await newPostman(origin, app.inboundPort() ?? 0)
const { db } = await import('../../server/database/db.ts')
const { emailLimit } = await import('../../server/inbound/receiving/receive.ts')
const website = await createTestWebsite(origin, rootKey)
const jane = await website.customer('jane@example.com')
const { ticket } = await jane.run('openTicket', { subject: 'Printer', body: 'Help' }, 'ticket { id }')
const address = await replyAddress(ticket.id, 'jane@example.com')

const other = 'Delivered-To X-Envelope-To X-Forwarded-To X-Original-To Envelope-To Bcc Resent-Cc'.split(' ')
const odd = ['X-Delivered-To', 'X-Apparently-To', 'X-Original-Recipient']
const noted = (field: string) =>
  [field, 'me@acme.com', [`${field}: <${address}>`]] as [string, string, string[]]

describe('a signed email is accepted', () => {
  test.for<[string, string, string[]]>([
    ['To', `Acme <${address}>`, []],
    ['To, in other letters', address.toUpperCase(), []],
    ['Cc', 'tickets@acme.com', [`Cc: boss@example.com,\r\n\t${address}`]],
    ...[...other, ...odd].map(noted),
    ['Received', 'tickets@acme.com', ['Received: from a by b with ESMTP id 1', `\tfor <${address}>; now`]],
  ])('to a reply address in %s', async ([, to, header]) => {
    const raw = mime({ to, header })
    expect(await post(raw)).toBe(202)
    expect(await settled(messageIdOf(raw))).toMatchObject({ state: 'POSTED', envelopeFrom: null })
  })

  test('with one valid signature among several', async () => {
    const raw = mime({ to: address })
    const headers = signed(raw)
    const several = `v1a,xyz v1,${'A'.repeat(43)}= v1, ${headers['webhook-signature']} v2,x`
    expect(await post(raw, { ...headers, 'webhook-signature': several })).toBe(202)
  })

  test.for([-200, 200])('with a clock that is %i seconds off', async (seconds) => {
    const raw = mime({ to: address })
    expect(await post(raw, signed(raw, 'm1', Math.floor(Date.now() / 1_000) + seconds))).toBe(202)
  })

  test('of 20 MB', async () => {
    const raw = mime({ to: address, body: `${'x'.repeat(998)}\r\n`.repeat(20 * 1024) })
    expect(await post(raw)).toBe(202)
    expect(await settled(messageIdOf(raw))).toMatchObject({
      state: 'POSTED',
      attachments: [{ name: 'message.txt', size: expect.any(Number) }],
    })
  })

  test('and recognized as a bounce by its Return-Path', async () => {
    const raw = mime({ to: address, header: ['Return-Path: <>'] })
    expect(await post(raw)).toBe(202)
    expect(await settled(messageIdOf(raw))).toMatchObject({ state: 'DROPPED', reason: 'Bounce' })
  })
})

describe('an email is refused', () => {
  const raw = mime({ to: address })
  const headers = signed(raw)
  const now = Math.floor(Date.now() / 1_000)

  test.for<[string, Record<string, string>]>([
    ['without a signature', { 'webhook-signature': '' }],
    ['without an id', { 'webhook-id': '' }],
    ['without a time', { 'webhook-timestamp': '' }],
    ['with another id', { 'webhook-id': 'other' }],
    ['with another time', { 'webhook-timestamp': String(now - 1) }],
    ['with a signature of another email', { 'webhook-signature': signed(`${raw} `)['webhook-signature'] }],
    [
      'with a signature of another version',
      { 'webhook-signature': headers['webhook-signature'].replace('v1', 'v2') },
    ],
    ['with half a signature', { 'webhook-signature': headers['webhook-signature'].slice(0, 20) }],
    ['that was signed too long ago', signed(raw, 'm1', now - 400)],
    ['that is signed for later', signed(raw, 'm1', now + 1_000)],
    ['whose time is no number', signed(raw, 'm1', Number.NaN)],
  ])('%s', async ([, changed]) => {
    expect(await post(raw, { ...headers, ...changed })).toBe(401)
    expect(await find(messageIdOf(raw))).toEqual([])
  })

  test('without a recipient here', async () => {
    for (const to of ['tickets@acme.com', address.replace('in.', 'out.'), `x${address.slice(1)}`]) {
      const stray = mime({
        to,
        header: [
          `X-Other: ${address}`,
          `Reply-To: ${address}`,
          `Errors-To: ${address}`,
          `X-Failed-Recipients: ${address}`,
        ],
        body: address,
      })
      const response = await fetch(`${origin}/inbound`, {
        method: 'POST',
        headers: signed(stray),
        body: stray,
      })
      expect([response.status, await response.text()]).toEqual([
        422,
        expect.stringMatching(/^No recipient field, such as To, .* contains a reply address of this server$/),
      ])
    }
  })

  test.for([
    ['says', true],
    ['does not say', false],
  ] as const)('that is larger than 25 MB and %s so', async ([, says]) => {
    const count = await db.inboundEmail.count()
    const large = Buffer.from(mime({ to: address, body: 'x'.repeat(emailLimit) }))
    const length: Record<string, string> = says ? { 'content-length': String(large.length) } : {}
    const status = await new Promise((resolve, reject) => {
      const call = request(`${origin}/inbound`, { method: 'POST', headers: { ...signed(large), ...length } })
      call.on('response', (response) => resolve(response.statusCode)).on('error', reject)
      // In two parts, so that Node does not set a Content-Length.
      call.write(large.subarray(0, 1_000))
      call.end(large.subarray(1_000))
    })
    expect(status).toBe(413)
    expect(await db.inboundEmail.count()).toBe(count)
  })

  test('with any other method', async () => {
    expect((await fetch(`${origin}/inbound`)).status).toBe(404)
  })
})

describe('an email received twice becomes one message', () => {
  const messages = () => db.message.count({ where: { via: 'EMAIL' } })

  test('twice over SMTP and once over HTTP', async () => {
    const count = await messages()
    const raw = mime({ to: address })
    expect([await send(address, raw), await send(address, raw), await post(raw)]).toEqual([250, 250, 202])
    await settled(messageIdOf(raw))
    // A later email is processed after those.
    const later = mime({ to: address })
    await send(address, later)
    await settled(messageIdOf(later))
    expect(await messages()).toBe(count + 2)
  })

  test('even if mail servers changed its header and line breaks', async () => {
    const count = await messages()
    const raw = mime({ to: address, body: 'One\r\nTwo\r\n' })
    const again = `Received: from a by b; now\n${raw.replaceAll('\r', '')}\n`
    expect([await post(raw), await post(again)]).toEqual([202, 202])
    await settled(messageIdOf(raw))
    expect(await messages()).toBe(count + 1)
  })

  test('unless it is a different one with the same Message-ID, even if that comes twice, too', async () => {
    const count = await messages()
    const first = mime({ to: address, body: 'Parcel one' })
    const [, id = ''] = /^(Message-ID: .*)$/m.exec(first) ?? []
    const second = mime({ to: address, header: [id], body: 'Parcel two' })
    for (const raw of [first, second, first, second]) expect(await post(raw)).toBe(202)
    await expect.poll(messages).toBe(count + 2)
    const later = mime({ to: address })
    await post(later)
    await settled(messageIdOf(later))
    expect(await messages()).toBe(count + 3)
  })

  test('eight times at once, from several addresses', async () => {
    const count = await messages()
    const raw = mime({ to: address })
    const headers = (at: number) => ({ ...signed(raw), 'x-forwarded-for': `192.0.2.${at}` })
    const statuses = await Promise.all(Array.from({ length: 8 }, (_, at) => post(raw, headers(at))))
    expect(statuses).toEqual(Array(8).fill(202))
    await settled(messageIdOf(raw))
    expect(await messages()).toBe(count + 1)
  })

  test.for([
    ['has no Message-ID', ''],
    ['has an invalid one', 'Message-ID: 1'],
    ['has one that is endless', `Message-ID: <${'x'.repeat(1_000)}@example.com>`],
  ])('even if it %s', async ([, line = '']) => {
    const count = await messages()
    const raw = mime({ to: address, header: ['Message-ID: <>'], body: `Once ${line}` }).replace(
      'Message-ID: <>',
      line,
    )
    expect([await post(raw), await post(raw)]).toEqual([202, 202])
    const { messageIdHeader } = await db.inboundEmail.findFirstOrThrow({ orderBy: { receivedAt: 'desc' } })
    expect(messageIdHeader).toMatch(/^sha256:[0-9a-f]{64}$/)
    await settled(messageIdHeader ?? '')
    expect(await messages()).toBe(count + 1)
  })
})
