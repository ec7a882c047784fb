import { describe, expect, test } from 'vitest'
import { startReceiving } from '../support/app.ts'
import { follow, listening, messageAdded } from '../support/live.ts'
import { createTestWebsite } from '../support/website.ts'
import { messageIdOf, mime, newPostman } from './postman.ts'

const { app, origin, rootKey } = await startReceiving()
const { replyAddress, send, find, settled } = await newPostman(origin, app.inboundPort() ?? 0)
const { db } = await import('../../server/database/db.ts')
const { processEmail } = await import('../../server/inbound/process.ts')
const { receive } = await import('../../server/inbound/receiving/receive.ts')
const { threadOf } = await import('../../server/inbound/receiving/reply-address.ts')
const website = await createTestWebsite(origin, rootKey)
await db.website.update({ where: { id: website.websiteId }, data: { participantsEnabled: true } })
const jane = await website.customer('jane@example.com')
const ada = await website.operator()

async function newTicket(participants: string[] = []): Promise<string> {
  const input = { subject: 'Printer', body: 'Help', participants }
  return (await jane.run('openTicket', input, 'ticket { id }')).ticket.id
}

const conversation = `query ($id: ID!) { ticket(id: $id) {
  status unreadCount
  messages { edges { node { position body via author { ... on Customer { email } } } } }
} }`

async function read(id: string, client = ada) {
  const { ticket } = await client.ask(conversation, { id })
  return { ...ticket, messages: ticket.messages.edges.map(({ node }: { node: object }) => node) }
}

/** Sends a reply and waits until it is processed. */
async function answer(to: string, from = 'jane@example.com', body = 'Prints!') {
  const raw = mime({ to, from, body })
  expect(await send(to, raw, from)).toBe(250)
  return settled(messageIdOf(raw))
}

describe('a reply by email', () => {
  test('reopens a solved ticket, and is unread only for the team', async () => {
    const id = await newTicket()
    await ada.run('markTicketRead', { ticketId: id, position: 1 }, 'ticket { id }')
    await ada.run('setTicketStatus', { ticketId: id, status: 'SOLVED' }, 'ticket { id }')
    expect(await answer(await replyAddress(id, 'jane@example.com'))).toMatchObject({ state: 'POSTED' })
    expect(await read(id)).toMatchObject({ status: 'OPEN', unreadCount: 1 })
    expect(await read(id, jane)).toMatchObject({ status: 'OPEN', unreadCount: 0 })
  })

  test('is delivered live', async () => {
    const id = await newTicket()
    const follower = follow(ada, messageAdded, { ticketId: id, after: 1 })
    await listening(origin, 1)
    await answer(await replyAddress(id, 'jane@example.com'))
    const [item] = await follower.count(1)
    expect(item.messageAdded).toEqual({ position: 2, body: 'Prints!' })
    await follower.close()
  })

  test('keeps the order of arrival', async () => {
    const id = await newTicket()
    const to = await replyAddress(id, 'jane@example.com')
    const bodies = ['one', 'two', 'three', 'four', 'five', 'six']
    let last = ''
    for (const body of bodies) {
      last = mime({ to, body })
      await send(to, last)
    }
    await settled(messageIdOf(last))
    expect((await read(id)).messages.slice(1).map(({ body }: { body: string }) => body)).toEqual(bodies)
  })

  test('of over 20,000 characters becomes several messages, the last with the quotation', async () => {
    const id = await newTicket()
    const words = Array.from({ length: 500 }, (_, at) => `Line ${at} ${'word '.repeat(19)}.\r\n`).join('')
    const quoted = 'On 4 May 2027, Acme <tickets@acme.com> wrote:\r\n\r\n> Hello\r\n'
    const body = `${words}\r\n${quoted}`
    const { messageId } = await answer(await replyAddress(id, 'jane@example.com'), 'jane@example.com', body)
    const messages = await db.message.findMany({
      where: { ticket: { messages: { some: { id: messageId ?? '' } } }, via: 'EMAIL' },
      orderBy: { position: 'asc' },
    })
    expect(messages[0]?.id).toBe(messageId)
    expect(messages.map((message) => message.body).join('\n')).toBe(words.replaceAll('\r\n', '\n').trim())
    const folded = quoted.replaceAll('\r\n', '\n').trim()
    expect(messages.map(({ quotedText }) => quotedText)).toEqual([null, null, folded])
  })

  test('can come from a participant, and accepts the invitation', async () => {
    const id = await newTicket(['paul@example.com'])
    const to = await replyAddress(id, 'paul@example.com', 'PARTICIPANT')
    expect(await answer(to, 'Paul <Paul@example.com>')).toMatchObject({ state: 'POSTED' })
    const { messages } = await read(id)
    expect(messages[1]).toMatchObject({ via: 'EMAIL', author: { email: 'paul@example.com' } })
    const where = { id: threadOf(to) ?? '' }
    const { confirmedAt } = await db.emailThread.findUniqueOrThrow({ where })
    expect(confirmedAt).not.toBeNull()
    await answer(to, 'paul@example.com')
    expect(await db.emailThread.findUniqueOrThrow({ where })).toMatchObject({ confirmedAt })
  })

  test('is quarantined if its HTML breaks off', async () => {
    const id = await newTicket()
    const to = await replyAddress(id, 'jane@example.com')
    const raw = mime({ to, header: ['Content-Type: text/html'], body: '<title>Re: <p>Please cancel</p>' })
    expect(await send(to, raw)).toBe(250)
    expect(await settled(messageIdOf(raw))).toMatchObject({
      state: 'QUARANTINED',
      reason: 'Unreadable: an unclosed element hides the text of its HTML',
      text: '<title>Re: <p>Please cancel</p>',
    })
  })

  test('is dropped if it is empty', async () => {
    const id = await newTicket()
    const row = await answer(await replyAddress(id, 'jane@example.com'), 'jane@example.com', ' \r\n\xa0\r\n')
    expect(row).toMatchObject({ state: 'DROPPED', reason: 'Empty email', messageId: null })
    expect((await read(id)).messages).toHaveLength(1)
  })

  test('is dropped or quarantined if it is automatic, and changes nothing', async () => {
    const id = await newTicket()
    const to = await replyAddress(id, 'jane@example.com')
    await ada.run('setTicketStatus', { ticketId: id, status: 'SOLVED' }, 'ticket { id }')
    const raw = mime({ to, header: ['Auto-Submitted: auto-replied'], body: 'I am away' })
    await send(to, raw)
    expect(await settled(messageIdOf(raw))).toMatchObject({
      state: 'DROPPED',
      reason: 'Automatic reply',
    })
    const bounce = mime({ to, from: 'jane@example.com', body: 'Undeliverable' })
    await send(to, bounce, '')
    expect(await settled(messageIdOf(bounce))).toMatchObject({ state: 'DROPPED', reason: 'Bounce' })
    const away = mime({ to, body: 'I am away' }).replace('Subject: Re:', 'Subject: Automatic reply:')
    await send(to, away)
    expect(await settled(messageIdOf(away))).toMatchObject({ state: 'QUARANTINED', text: 'I am away' })
    expect(await read(id)).toMatchObject({ status: 'SOLVED', messages: [{ position: 1 }] })
  })
})

describe('processing an email', () => {
  test('again after a kill posts it once', async () => {
    const id = await newTicket()
    const row = await answer(await replyAddress(id, 'jane@example.com'))
    expect(await processEmail({ inboundMailId: row.id })).toBe('done')
    expect((await read(id)).messages).toHaveLength(2)
    expect(await find(row.messageIdHeader ?? '')).toMatchObject([
      { state: 'POSTED', messageId: row.messageId },
    ])
  })

  test('twice at the same time posts it once', async () => {
    const id = await newTicket()
    const to = await replyAddress(id, 'jane@example.com')
    const raw = mime({ to })
    // Like another process: with its own queue.
    const copy = `${new URL('../../server/inbound/process.ts', import.meta.url)}?copy`
    const other = (await import(copy)) as { processEmail: typeof processEmail }
    await receive(Buffer.from(raw), { from: null, threadIds: [threadOf(to) ?? ''] })
    const job = { inboundMailId: (await find(messageIdOf(raw)))[0]?.id ?? '' }
    expect(await Promise.all([processEmail(job), other.processEmail(job)])).toEqual(['done', 'done'])
    expect((await read(id)).messages).toHaveLength(2)
  })

  test('fails as a whole: no message without the record of its email', async () => {
    const id = await newTicket()
    const to = await replyAddress(id, 'jane@example.com')
    await db.$executeRaw`ALTER TABLE "InboundMail" ADD CONSTRAINT "stuck" CHECK ("state" <> 'POSTED') NOT VALID`
    const raw = mime({ to })
    await receive(Buffer.from(raw), { from: null, threadIds: [threadOf(to) ?? ''] })
    const [row] = await find(messageIdOf(raw))
    await expect(processEmail({ inboundMailId: row?.id ?? '' })).rejects.toThrow()
    expect((await read(id)).messages).toHaveLength(1)
    expect(await find(messageIdOf(raw))).toMatchObject([{ state: 'RECEIVED' }])
    await db.$executeRaw`ALTER TABLE "InboundMail" DROP CONSTRAINT "stuck"`
    expect(await processEmail({ inboundMailId: row?.id ?? '' })).toBe('done')
    expect((await read(id)).messages).toHaveLength(2)
  })

  test('stops after failing for an hour, regardless of the age of the email', async () => {
    const id = await newTicket()
    const threadId = threadOf(await replyAddress(id, 'jane@example.com')) ?? ''
    await db.$executeRaw`ALTER TABLE "InboundMail" ADD CONSTRAINT "stuck" CHECK ("state" <> 'POSTED') NOT VALID`
    const raw = mime({ to: 'tickets@acme.com' })
    await receive(Buffer.from(raw), { from: null, threadIds: [threadId] })
    const where = { threadId, state: 'RECEIVED' } as const
    const hoursAgo = new Date(Date.now() - 2 * 60 * 60_000)
    await db.inboundEmail.updateMany({ where, data: { receivedAt: hoursAgo } })
    const job = { inboundMailId: (await find(messageIdOf(raw)))[0]?.id ?? '' }
    await expect(processEmail(job)).rejects.toThrow()
    expect(await find(messageIdOf(raw))).toMatchObject([{ state: 'RECEIVED' }])
    await db.inboundEmail.updateMany({ where, data: { firstFailedAt: hoursAgo } })
    expect(await processEmail(job)).toBe('done')
    await db.$executeRaw`ALTER TABLE "InboundMail" DROP CONSTRAINT "stuck"`
    expect(await find(messageIdOf(raw))).toMatchObject([
      { state: 'QUARANTINED', reason: 'Could not be processed', subject: 'Re: Help', text: 'Prints!' },
    ])
  })
})
