import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { inbound, startReceiving } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'
import { messageIdOf, mime, newPostman, signed } from './postman.ts'

const { app, origin, rootKey } = await startReceiving()
const { replyAddress, post, find } = await newPostman(origin, app.inboundPort() ?? 0)
const jane = await (await createTestWebsite(origin, rootKey)).customer('jane@example.com')
const { ticket } = await jane.run('openTicket', { subject: 'Printer', body: 'Help' }, 'ticket { id }')
const to = await replyAddress(ticket.id, 'jane@example.com')

test.for<[string, (signature: string) => string]>([
  ['', (signature) => signature],
  [', without padding', (signature) => signature.replace(/=+$/, '')],
  [', in the alphabet for addresses', (signature) => signature.replaceAll('+', '-').replaceAll('/', '_')],
])('an email signed by the library of Standard Webhooks is accepted%s', async ([, written]) => {
  const raw = mime({ to })
  const webhook = new Webhook(Buffer.from(inbound.INBOUND_SECRET).toString('base64'))
  const at = new Date()
  const headers = {
    'content-type': 'message/rfc822',
    'webhook-id': 'msg.1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': written(webhook.sign('msg.1', at, raw)),
  }
  expect(await post(raw, headers)).toBe(202)
})

const raw = mime({ to })
const headers = Object.entries(signed(raw))
test.for<[string, Record<string, string>]>([
  ['whose time is in milliseconds', signed(raw, 'm1', Date.now())],
  [
    'with older header names',
    Object.fromEntries(headers.map(([name, value]) => [name.replace('webhook', 'svix'), value])),
  ],
])('an email is refused %s', async ([, given]) => {
  expect(await post(raw, given)).toBe(401)
  expect(await find(messageIdOf(raw))).toEqual([])
})
