import { expect, test } from 'vitest'
import { startReceiving } from '../support/app.ts'
import { png } from '../support/upload.ts'
import { createTestWebsite } from '../support/website.ts'
import { messageIdOf, mime, newPostman } from './postman.ts'

const { app, origin, rootKey } = await startReceiving()
const { replyAddress, send, settled } = await newPostman(origin, app.inboundPort() ?? 0)
const { db, transaction } = await import('../../server/database/db.ts')
const { enqueue } = await import('../../server/jobs/jobs.ts')
const website = await createTestWebsite(origin, rootKey)
const jane = await website.customer('jane@example.com')

const part = (name: string, bytes: Uint8Array) => [
  '--b',
  `Content-Disposition: attachment; filename="${name}"`,
  'Content-Type: image/png',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from(bytes).toString('base64'),
]

interface Attachment {
  name: string
  type: string
  url: string | null
  previewUrl: string | null
}

async function attachmentsOf(id: string): Promise<Attachment[]> {
  const query = `{ ticket(id: "${id}") { lastMessage { attachments { name type url previewUrl } } } }`
  return (await jane.ask(query)).ticket.lastMessage.attachments
}

test('attachments of an email are opened like uploaded ones, those of refused types only listed', async () => {
  const { ticket } = await jane.run('openTicket', { subject: 'Printer', body: 'Help' }, 'ticket { id }')
  const program = Buffer.from('4d5a90000300000004000000ffff', 'hex')
  const raw = Buffer.from(
    [
      `Message-ID: <${crypto.randomUUID()}@example.com>`,
      'From: jane@example.com',
      `To: ${await replyAddress(ticket.id, 'jane@example.com')}`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      ...['--b', 'Content-Type: text/plain', '', 'See the picture'],
      ...part('screen.png', png()),
      ...part('free.png', program),
      '--b--',
      '',
    ].join('\r\n'),
  )
  const [to = ''] = /\S+@in\.example\.test/.exec(String(raw)) ?? []
  expect(await send(to, raw, 'jane@example.com')).toBe(250)
  await settled(messageIdOf(raw))
  await expect.poll(async () => (await attachmentsOf(ticket.id))[0]?.url).toBeTruthy()
  const [picture, refused] = await attachmentsOf(ticket.id)
  expect(picture).toMatchObject({ name: 'screen.png', type: 'image/png' })
  expect(refused).toMatchObject({ name: 'free.png', url: null, previewUrl: null })
  const response = await fetch(picture?.url ?? '')
  expect(Buffer.from(await response.arrayBuffer())).toEqual(png())
  expect((await fetch(picture?.previewUrl ?? '')).headers.get('content-type')).toBe('image/webp')

  // As if it had come before there were files.
  await db.attachment.updateMany({ where: { name: 'screen.png' }, data: { key: null, previewKey: null } })
  await db.inboundEmail.updateMany({ where: { state: 'POSTED' }, data: { filesStored: false } })
  await transaction((tx) => enqueue(tx, 'email-files', {}))
  await expect.poll(async () => (await attachmentsOf(ticket.id))[0]?.url).toBeTruthy()
})

test('own words that are too long for messages become a file, whatever types the website accepts', async () => {
  await website.key.run('updateWebsite', { attachmentTypes: ['image/png'] }, '__typename')
  const { ticket } = await jane.run('openTicket', { subject: 'Log', body: 'Help' }, 'ticket { id }')
  const to = await replyAddress(ticket.id, 'jane@example.com')
  const lines = Array.from({ length: 30_000 }, (_, at) => `Line ${at} of the log`)
  const body = [...lines.slice(0, 15_000), `My address here is ${to}`, ...lines.slice(15_000)].join('\r\n')
  const raw = mime({ to, from: 'jane@example.com', body })
  expect(await send(to, raw, 'jane@example.com')).toBe(250)
  expect(await settled(messageIdOf(raw))).toMatchObject({ state: 'POSTED' })
  await expect.poll(async () => (await attachmentsOf(ticket.id))[0]?.url).toBeTruthy()
  const [file, ...others] = await attachmentsOf(ticket.id)
  expect([file, others]).toMatchObject([{ name: 'message.txt', type: 'text/plain' }, []])
  const text = await (await fetch(file?.url ?? '')).text()
  expect(text.split('\n').filter((line) => line.startsWith('Line'))).toEqual(lines)
  expect(text).not.toContain(to.split('@')[0]?.split('+')[1] ?? to)
  const { lastMessage } = (await jane.ask(`{ ticket(id: "${ticket.id}") { lastMessage { body } } }`)).ticket
  expect(lastMessage.body).toMatch(/^Line 0 of the log\n[\s\S]+\n\n\[…\]\n\n📎 message\.txt$/)
  expect(lastMessage.body.length).toBeLessThan(20_000)
})

test('an unreadable email that is too long to be shown becomes a file once the team accepts it', async () => {
  const { ticket } = await jane.run('openTicket', { subject: 'Wall', body: 'Help' }, 'ticket { id }')
  const to = await replyAddress(ticket.id, 'jane@example.com')
  const lines = Array.from({ length: 20_000 }, (_, at) => `Line ${at} of the log`)
  const body = `${'<div>'.repeat(60_000)}\r\n${lines.join('\r\n')}\r\nMy address here is ${to}`
  const raw = mime({ to, header: ['Content-Type: text/html'], body })
  expect(await send(to, raw)).toBe(250)
  expect((await settled(messageIdOf(raw))).reason).toBe('Unreadable: the HTML is nested too deeply')
  const held = `{ ticket(id: "${ticket.id}") { quarantinedEmails { id text attachments { name type size } } } }`
  const [email] = (await website.key.ask(held)).ticket.quarantinedEmails
  expect(email.text).toMatch(/^(<div>)+\S*\n\n\[…\]\n\n📎 message\.txt$/)
  expect(email.attachments).toEqual([{ name: 'message.txt', type: 'text/plain', size: body.length }])
  await website.key.run('acceptQuarantinedEmail', { id: email.id }, '__typename')
  await expect.poll(async () => (await attachmentsOf(ticket.id))[0]?.url).toBeTruthy()
  const [file] = await attachmentsOf(ticket.id)
  const text = await (await fetch(file?.url ?? '')).text()
  expect(text).toBe(body.replace(to.split('@')[0] ?? to, '…'))
})

test('a quotation that is too long to be shown becomes a file', async () => {
  const { ticket } = await jane.run('openTicket', { subject: 'Thread', body: 'Help' }, 'ticket { id }')
  const to = await replyAddress(ticket.id, 'jane@example.com')
  const lines = Array.from({ length: 20_000 }, (_, at) => `> Line ${at} of the thread`)
  const body = ['The red one', '', 'On 4 May 2027, Acme <a@acme.test> wrote:', ...lines].join('\r\n')
  const raw = mime({ to, body })
  expect(await send(to, raw)).toBe(250)
  expect(await settled(messageIdOf(raw))).toMatchObject({ state: 'POSTED' })
  await expect.poll(async () => (await attachmentsOf(ticket.id))[0]?.url).toBeTruthy()
  const query = `{ ticket(id: "${ticket.id}") { lastMessage { body quotedText } } }`
  const { lastMessage } = (await jane.ask(query)).ticket
  expect(lastMessage).toEqual({
    body: 'The red one',
    quotedText: expect.stringMatching(/\n\n\[…\]\n\n[\s\S]+Line 19999 of the thread\n\n📎 quotation\.txt$/),
  })
  const [file] = await attachmentsOf(ticket.id)
  expect(file).toMatchObject({ name: 'quotation.txt', type: 'text/plain' })
  const text = await (await fetch(file?.url ?? '')).text()
  expect(text.split('\n').filter((line) => line.startsWith('> '))).toEqual(lines)
})
