import { describe, expect, test } from 'vitest'
import { startReceiving } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'
import { MB, type PoisonEmail, readPoison, slowEmails } from './poison-emails.ts'
import { messageIdOf, mime, newPostman } from './postman.ts'

const { app, origin, rootKey } = await startReceiving()
const { replyAddress, send, settled } = await newPostman(origin, app.inboundPort() ?? 0)
const website = await createTestWebsite(origin, rootKey)

const text = 'text/plain'
const tree = 'multipart/mixed; boundary=b0'
const nested = (depth: number) =>
  Array.from(
    { length: depth },
    (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
  ).join('')

/** Emails that are large or hard to parse, with the outcome. */
const emails: PoisonEmail[] = [
  ['one line of 25 MB', 'read', text, () => 'x'.repeat(25 * MB)],
  ['HTML nested 100,000 deep', 'the HTML is nested too deeply', 'text/html', () => '<div>'.repeat(100_000)],
  ['900 parts in one another', 'read', tree, () => `${nested(900)}--b900\r\n\r\nx`],
  ['100,000 parts in one another', 'Max allowed child nodes exceeded', tree, () => nested(100_000)],
  ['two million parts', 'Max allowed child nodes exceeded', tree, () => '--b0\r\n\r\nx\r\n'.repeat(2 * MB)],
  [
    'a header of 2 MB',
    'Max header size for a MIME node exceeded',
    `${text}\r\nX: ${'x'.repeat(2 * MB)}`,
    () => 'x',
  ],
  [
    'an S/MIME signature of nine million values',
    'read',
    'application/pkcs7-mime\r\nContent-Transfer-Encoding: base64',
    () => Buffer.concat([Buffer.of(0x30, 0x80), Buffer.alloc(18 * MB, '3000', 'hex')]).toString('base64'),
  ],
  // test/long/poison.test.ts reads larger ones.
  ...slowEmails(1 / 8),
]

describe('reading runs outside the server’s main thread:', () => {
  test.for(emails)('%s', readPoison)
})

test('an unreadable email is shown to the team, and the next one is posted', async () => {
  const jane = await website.customer('jane@example.com')
  const { ticket } = await jane.run('openTicket', { subject: 'Printer', body: 'Help' }, 'ticket { id }')
  const to = await replyAddress(ticket.id, 'jane@example.com')
  const hard = mime({ to, header: [`Content-Type: ${tree}`], body: nested(2_000) })
  const next = mime({ to })
  expect([await send(to, hard), await send(to, next)]).toEqual([250, 250])
  expect(await settled(messageIdOf(next))).toMatchObject({ state: 'POSTED' })
  expect(await settled(messageIdOf(hard))).toMatchObject({
    state: 'QUARANTINED',
    reason: 'Unreadable: Max allowed child nodes exceeded',
    from: 'Jane Doe <jane@example.com>',
    subject: 'Re: Help',
    text: expect.stringContaining('--b1999'),
  })
})
