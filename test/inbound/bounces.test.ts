import { beforeEach, describe, expect, test } from 'vitest'
import { someone, startReceivingEmails } from '../support/emailing.ts'
import { follow, listening, ticketChanged } from '../support/live.ts'
import { mime, newPostman } from './postman.ts'
import { smtpDialog } from './smtp-dialog.ts'

const { company, server, origin, idle, rowOf, db, inboundPort } = await startReceivingEmails()
const { send, post, replyAddress } = await newPostman(origin, inboundPort)
const { emailToken } = await import('../../server/notifications/email-token.ts')
const made = await company()
const jane = someone('jane')
const ticketId = await made.open(jane)
await idle()
const [arrived] = await server.count(jane, 1)
const address = arrived.sender
const { id, threadId } = await rowOf(arrived)
const ours = (token: string) => address.replace(/^.*@/, `${token}@`)

beforeEach(() => db.email.update({ where: { id }, data: { state: 'SENT', failure: null } }))

async function shownTicket() {
  const fields = 'updatedAt lastMessage { emails { id to state failure } }'
  return (await made.team.ask(`query ($id: ID!) { ticket(id: $id) { ${fields} } }`, { id: ticketId })).ticket
}

/** The email to Jane, as operators see it. */
const toJane = async () =>
  (await shownTicket()).lastMessage.emails.find(({ to }: { to: string }) => to === jane)

async function fate(): Promise<string> {
  const { state, failure } = await toJane()
  return failure === null ? state : `${state}: ${failure}`
}

const daemon = { to: address, from: 'Mail Delivery System <MAILER-DAEMON@mx.example.net>' }
type Fields = Record<string, string>

/** A delivery report (RFC 3464) with these fields for each recipient. */
function report(recipients: Fields[], more: string[] = []): string {
  const groups = recipients.map((fields) =>
    Object.entries(fields).map(([name, value]) => `${name}: ${value}`),
  )
  const type = 'Content-Type: multipart/report; report-type=delivery-status; boundary="p1"'
  return mime({
    ...daemon,
    header: [type, 'Auto-Submitted: auto-replied', ...more],
    body: [
      ...['--p1', 'Content-Type: text/plain', '', 'Action: failed', 'Status: 5.9.9', '--p1'],
      ...['Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example.net'],
      ...groups.flatMap((lines) => ['', 'Final-Recipient: rfc822; jane@example.com', ...lines]),
      ...[
        '',
        '--p1',
        'Content-Type: message/rfc822',
        '',
        'Subject: [#1] Printer',
        '',
        'Status: 5.9.9',
        '--p1--',
      ],
    ].join('\r\n'),
  })
}

const failed = { Action: 'failed', Status: '5.1.1' }
const unknown = { ...failed, 'Diagnostic-Code': 'smtp; 550 5.1.1 <jane@example.com>:\r\n  User unknown' }
const base64 = Buffer.from('Reporting-MTA: dns; x\n\nAction: failed\nStatus: 5.2.2\n').toString('base64')

const bounces: [fact: string, raw: string, failure: string][] = [
  ['a report', report([unknown]), '550 5.1.1 <jane@example.com>: User unknown'],
  ['a report that gives a status only', report([failed]), '5.1.1'],
  ['a report that gives no reason', report([{ Action: 'failed' }]), 'The email bounced'],
  ['a report without an action', report([{ Status: '5.2.2 (full)' }]), '5.2.2'],
  ['a report that its sender gave up', report([{ Action: 'Failed (expired)', Status: '4.4.7' }]), '4.4.7'],
  ['a report on several recipients', report([{ Action: 'delayed', Status: '4.0.0' }, unknown]), '550 5.1.1'],
  [
    'a report with HTML and our address',
    report([{ ...failed, 'Diagnostic-Code': `x-y; <b onclick="x">5.1.1</b> \u202e<script>${address}` }]),
    '5.1.1 …@in.example.test',
  ],
  [
    'a report as long as a book',
    report([{ ...failed, 'Diagnostic-Code': `smtp; ${'é '.repeat(9_999)}` }]),
    '5.1.1 é é',
  ],
  [
    'an encoded report',
    mime({
      ...daemon,
      header: ['Content-Type: multipart/report; report-type=delivery-status; boundary="p1"'],
      body: `--p1\r\nContent-Type: message/delivery-status\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}\r\n--p1--`,
    }),
    '5.2.2',
  ],
  [
    'a text of qmail',
    mime({
      ...daemon,
      body: 'Hi.\r\nI was not able to deliver it.\r\n\r\nSorry, no mailbox here. (#5.1.1)\r\n',
    }),
    'Sorry, no mailbox here. (#5.1.1)',
  ],
  [
    'a text of any program',
    mime({ to: address, from: 'postmaster@example.net', body: 'Undeliverable' }),
    'The email bounced',
  ],
  [
    'a text of Exim',
    mime({ ...daemon, header: ['X-Failed-Recipients: jane@example.com', 'Auto-Submitted: auto-replied'] }),
    'The email bounced',
  ],
]

describe('a bounced email', () => {
  test.for(bounces)('by %s shows its failure on its message, by SMTP and HTTP', async ([, raw, failure]) => {
    expect(await send(address, raw, '')).toBe(250)
    const shown = await fate()
    expect(shown.startsWith(`FAILED: ${failure}`), shown).toBe(true)
    expect(shown.length).toBeLessThan(320)
    await db.email.update({ where: { id }, data: { state: 'SENT', failure: null } })
    expect(await post(raw)).toBe(202)
    expect(await fate()).toBe(shown)
    expect(await db.inboundEmail.count({ where: { threadId } })).toBe(0)
  })

  test('notifies the team once, and can be resent', async () => {
    const follower = follow(made.team, ticketChanged)
    await listening(origin, 1)
    expect(await send(address.toUpperCase(), report([unknown]), '')).toBe(250)
    const { updatedAt } = await shownTicket()
    expect(await send(address, report([{ ...failed, Status: '5.2.2' }]), '')).toBe(250)
    expect(await shownTicket()).toMatchObject({ updatedAt })
    const news = await follower.count(1)
    expect(news.map((item) => item.ticketChanged.ticketId)).toContain(ticketId)
    expect(await fate()).toBe('FAILED: 550 5.1.1 <jane@example.com>: User unknown')
    await made.team.run('resendEmail', { id: (await toJane()).id }, 'email { state }')
    await idle()
    expect(await fate()).toBe('SENT')
    expect((await server.count(jane, 2))[1]?.sender).toBe(address)
    // It came back, is due again, was sent. A check for lost wake-ups may repeat a change.
    await follower.count(3)
    await follower.close()
  })
})

const silent: [fact: string, raw: string, from: string][] = [
  ['a report of a delay', report([{ Action: 'delayed', Status: '4.4.1' }]), ''],
  ['a report of a relay', report([{ Action: 'relayed', Status: '2.1.9' }]), ''],
  ['a report of a delivery', report([{ Action: 'delivered', Status: '2.0.0' }]), ''],
  ['a warning as text', mime({ ...daemon, body: 'Delivery attempts will continue to be made' }), ''],
  ['an auto-reply', mime({ to: address, header: ['Auto-Submitted: auto-replied'], body: '550 5.1.1' }), ''],
  ['an auto-reply with a sender', mime({ to: address, body: '550 5.1.1' }), 'jane@example.com'],
  [
    'a read receipt',
    mime({
      to: address,
      header: ['Content-Type: multipart/report; report-type=disposition-notification; boundary=x'],
    }),
    '',
  ],
]

describe('a bounce address', () => {
  test.for(silent)('accepts %s without changes', async ([, raw, from]) => {
    expect(await send(address, raw, from)).toBe(250)
    expect(await post(raw)).toBe(202)
    expect(await fate()).toBe('SENT')
    expect(await db.inboundEmail.count({ where: { threadId } })).toBe(0)
  })

  test.for<[fact: string, address: string]>([
    ['is forged', ours(emailToken('bounce', id).replace(/.$/, (digit) => (digit === '0' ? '1' : '0')))],
    ['is of an email that is gone', ours(emailToken('bounce', threadId))],
    ['is for another right', ours(emailToken('mute', id))],
  ])('that %s is unknown', async ([, to]) => {
    const { envelope, socket } = await smtpDialog(inboundPort)
    expect(await envelope(to, '')).toBe('550 There is no such mailbox')
    socket.destroy()
    expect(await post(report([unknown]).replaceAll(address, to))).toBe(422)
    expect(await fate()).toBe('SENT')
  })

  test('defers the bounce while its email is being sent', async () => {
    await db.email.update({ where: { id }, data: { state: 'QUEUED' } })
    expect(await send(address, report([unknown]), '')).toBe(450)
    expect(await post(report([unknown]))).toBe(429)
    expect(await fate()).toBe('QUEUED')
  })

  test('beside a reply address does not keep the reply from being posted', async () => {
    const reply = await replyAddress(ticketId, jane)
    const raw = mime({ from: jane, to: reply, body: 'It is out' })
    expect(await send([address, reply], raw, jane)).toBe(250)
    await idle()
    expect(await db.message.count({ where: { body: 'It is out' } })).toBe(1)
    expect(await db.email.findUnique({ where: { id } })).toMatchObject({ state: 'SENT' })
  })
})
