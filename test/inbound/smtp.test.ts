import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { startReceiving } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'
import { messageIdOf, mime, newPostman } from './postman.ts'
import { smtpDialog } from './smtp-dialog.ts'

const { app, origin, rootKey } = await startReceiving()
const port = app.inboundPort() ?? 0
const { replyAddress, send, find, settled } = await newPostman(origin, port)
const { db } = await import('../../server/database/db.ts')
const { emailToken } = await import('../../server/notifications/email-token.ts')
const { emailLimit } = await import('../../server/inbound/receiving/receive.ts')
const { threadOf } = await import('../../server/inbound/receiving/reply-address.ts')
const { listenForEmail } = await import('../../server/inbound/receiving/smtp.ts')
const website = await createTestWebsite(origin, rootKey)

async function newAddress(email = 'jane@example.com'): Promise<string> {
  const input = { subject: 'Printer', body: 'Help', customerEmail: email }
  const { ticket } = await website.key.run('openTicket', input, 'ticket { id }')
  return replyAddress(ticket.id, email)
}

const good = await newAddress()
const [token = ''] = good.split('@')
const flipped = (at: number) => `${token.slice(0, at)}${token[at] === '0' ? '1' : '0'}${token.slice(at + 1)}`
const threadId = threadOf(good) ?? ''
const gone = await newAddress()
await db.emailThread.delete({ where: { id: threadOf(gone) ?? '' } })

describe('an email is only accepted to one of our reply addresses', () => {
  test.for<[string, string]>([
    ['of somebody else', 'jane@example.com'],
    ['without a token', 'support@in.example.test'],
    ['of another domain', `${token}@example.com`],
    ['of a subdomain', `${token}@x.in.example.test`],
    ['with another thread', `${flipped(3)}@in.example.test`],
    ['with another MAC', `${flipped(59)}@in.example.test`],
    ['with a short MAC', `${token.slice(0, -1)}@in.example.test`],
    ['with something before', `x${token}@in.example.test`],
    ['with a tag', `${token}+x@in.example.test`],
    ['that mutes', `${emailToken('mute', threadId)}@in.example.test`],
    ['that confirms', `${emailToken('confirm', threadId)}@in.example.test`],
    ['whose thread is gone', gone],
  ])('not to one %s', async ([, address]) => {
    const { envelope, socket } = await smtpDialog(port)
    expect(await envelope(address)).toBe('550 There is no such mailbox')
    socket.destroy()
  })

  test('in upper or lower case', async () => {
    const raw = mime({ to: good.toUpperCase() })
    expect(await send(good.toUpperCase(), raw)).toBe(250)
    expect(await settled(messageIdOf(raw))).toMatchObject({ state: 'POSTED' })
  })

  test('for those recipients that are ours', async () => {
    const addresses = [await newAddress(), await newAddress()]
    const raw = mime({ to: addresses.join(', ') })
    expect(await send(['stranger@example.com', ...addresses], raw)).toBe(250)
    await expect
      .poll(async () => (await find(messageIdOf(raw))).map(({ state }) => state))
      .toEqual(['POSTED', 'POSTED'])
  })

  test('sixty times an hour for all addresses of one person', async () => {
    const often = 'often@example.com'
    const address = await newAddress(often)
    const another = threadOf(await newAddress(often)) ?? ''
    const rows = Array.from({ length: 59 }, (_, at) => ({
      threadId: another,
      raw: new Uint8Array(),
      messageIdHeader: String(at),
      state: 'DROPPED' as const,
    }))
    await db.inboundEmail.createMany({ data: rows })
    expect(await send(address, mime({ to: address }))).toBe(250)
    expect(await send(address, mime({ to: address }))).toBe(450)
  })
})

describe('the listener', () => {
  test('offers neither TLS nor authentication, and announces its size limit', async () => {
    const { greeting, say, all, socket } = await smtpDialog(port)
    expect(greeting).toMatch(/^220 in\.example\.test ESMTP Ticket Center$/)
    await say('EHLO client.example.com')
    expect(all.join()).not.toMatch(/STARTTLS|AUTH/)
    expect(all.join()).toContain(`SIZE ${25 * 1024 * 1024}`)
    socket.destroy()
  })

  test('acknowledges an email once it is completely stored', async () => {
    const raw = mime({ to: good, body: 'Prints!\r\n.\r\n..dots\r\n\xe4' })
    expect(await send(good, raw)).toBe(250)
    const [row] = await db.inboundEmail.findMany({ where: { messageIdHeader: messageIdOf(raw) } })
    expect(Buffer.from(row?.raw ?? []).toString()).toBe(`${raw}\r\n`)
    expect(row).toMatchObject({ threadId, envelopeFrom: 'jane@example.com' })
  })

  test('refuses an email announced as too large', async () => {
    const { say, socket } = await smtpDialog(port)
    await say('EHLO client.example.com')
    expect(await say(`MAIL FROM:<jane@example.com> SIZE=${emailLimit + 1}`)).toMatch(/^552 /)
    socket.destroy()
  })

  test.for([
    [emailLimit, '250'],
    [emailLimit + 1, '552'],
  ] as const)('accepts exactly 25 MB: %i bytes', async ([size, code]) => {
    const count = await db.inboundEmail.count()
    const { envelope, say, write, answer, socket } = await smtpDialog(port)
    expect(await envelope(await newAddress())).toMatch(/^250 /)
    expect(await say('DATA')).toMatch(/^354 /)
    const head = `Subject: Large\r\n\r\n`
    const line = Buffer.from(`${'x'.repeat(998)}\r\n`)
    await write(head)
    let left = size - head.length
    for (; left > line.length + 2; left -= line.length) await write(line)
    await write(`${'x'.repeat(left - 2)}\r\n.\r\n`)
    expect((await answer()).slice(0, 3)).toBe(code)
    expect(await db.inboundEmail.count()).toBe(count + (code === '250' ? 1 : 0))
    socket.destroy()
  })

  test('stores nothing of an interrupted email', async () => {
    const count = await db.inboundEmail.count()
    const { envelope, say, socket, closed } = await smtpDialog(port)
    await envelope(good)
    await say('DATA')
    socket.write('Subject: Half\r\n\r\nhalf')
    socket.end()
    await closed
    expect(await db.inboundEmail.count()).toBe(count)
  })

  test.for([
    ['look', 'RENAME TO "Elsewhere"', 'ALTER TABLE "Elsewhere" RENAME TO "InboundMail"'],
    [
      'write',
      'ADD CONSTRAINT "full" CHECK (false) NOT VALID',
      'ALTER TABLE "InboundMail" DROP CONSTRAINT "full"',
    ],
  ] as const)('defers emails while the database cannot %s', async ([, fault, repair]) => {
    const raw = mime({ to: good })
    await db.$executeRawUnsafe(`ALTER TABLE "InboundMail" ${fault}`)
    expect(await send(good, raw)).toBe(451)
    await db.$executeRawUnsafe(repair)
    expect(await send(good, raw)).toBe(250)
    expect(await settled(messageIdOf(raw))).toMatchObject({ state: 'POSTED' })
  })

  test('accepts emails in transit before it closes, and nothing else', async () => {
    const listener = await listenForEmail(0, '127.0.0.1')
    const idle = await smtpDialog(listener.port)
    const busy = await smtpDialog(listener.port)
    await busy.envelope(good)
    await busy.say('DATA')
    const closing = listener.close()
    const raw = mime({ to: good })
    expect(await busy.say(`${raw}\r\n.`)).toMatch(/^250 /)
    expect(await idle.answer()).toMatch(/^421 /)
    await closing
    expect(await find(messageIdOf(raw))).toHaveLength(1)
    const [error] = await once(connect(listener.port, '127.0.0.1'), 'error').catch((refusal) => [refusal])
    expect(error).toMatchObject({ code: 'ECONNREFUSED' })
  })
})
