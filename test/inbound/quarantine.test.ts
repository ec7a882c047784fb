import { describe, expect, test } from 'vitest'
import { startReceiving } from '../support/app.ts'
import { everyCaller } from '../support/callers.ts'
import { follow, listening, ticketChanged } from '../support/live.ts'
import { outcome } from '../support/outcome.ts'
import { messageIdOf, mime, newPostman } from './postman.ts'

const { app, origin, rootKey } = await startReceiving()
const { replyAddress, send, settled } = await newPostman(origin, app.inboundPort() ?? 0)
const { db } = await import('../../server/database/db.ts')
const { encodeGlobalID } = await import('../../server/api/global-id.ts')
const { threadOf } = await import('../../server/inbound/receiving/reply-address.ts')
const { callers, newTicket } = await everyCaller(origin, rootKey)
const { owner, participant, agent } = callers

const quarantined = `query ($id: ID!) { ticket(id: $id) {
  messageCount
  quarantinedEmails { id from subject text reason receivedAt attachments { name type size } }
} }`

/** Sends an email in the owner's or somebody else's name, and waits until it is processed. */
async function answer(to: string, from: string, more: { header?: string[]; body?: string } = {}) {
  const raw = mime({ to, from, body: 'Give me the money', ...more })
  expect(await send(to, raw, 'evil@example.com')).toBe(250)
  return settled(messageIdOf(raw))
}

async function newQuarantined() {
  const { id: ticketId } = await newTicket()
  const to = await replyAddress(ticketId, 'owner@example.com')
  const { id } = await answer(to, 'evil@example.com')
  return { ticketId, to, id: encodeGlobalID('QuarantinedEmail', id) }
}

describe('a forged reply', () => {
  test('is never posted, but shown to the team', async () => {
    const { id } = await newTicket()
    const to = await replyAddress(id, 'owner@example.com')
    const boundary = 'Content-Type: multipart/mixed; boundary=b'
    const body = `--b\r\n\r\nGive me the money\r\n--b\r\nContent-Type: text/x-bill; name=bill.txt\r\n\r\n100\r\n--b--\r\n`
    const row = await answer(to, '"owner@example.com" <evil@example.com>', { header: [boundary], body })
    expect(row).toMatchObject({ state: 'QUARANTINED', messageId: null })
    const { ticket } = await agent.ask(quarantined, { id })
    expect(ticket).toEqual({
      messageCount: 1,
      quarantinedEmails: [
        {
          id: encodeGlobalID('QuarantinedEmail', row.id),
          from: '"owner@example.com" <evil@example.com>',
          subject: 'Re: Help',
          text: 'Give me the money',
          reason: 'Not sent by owner@example.com',
          receivedAt: row.receivedAt.toISOString(),
          attachments: [{ name: 'bill.txt', type: 'text/x-bill', size: 3 }],
        },
      ],
    })
  })

  test('is shown to the team at once', async () => {
    const { id } = await newTicket()
    const to = await replyAddress(id, 'owner@example.com')
    const follower = follow(agent, ticketChanged)
    await listening(origin, 1)
    await answer(to, 'evil@example.com')
    await follower.until((items) => items.some((item) => item.ticketChanged.ticketId === id))
    await follower.close()
  })

  test('to an operator’s address is not posted, whatever its sender', async () => {
    const { id } = await newTicket()
    const to = await replyAddress(id, 'ada@acme.com', 'OPERATOR')
    expect(await answer(to, 'ada@acme.com')).toMatchObject({ state: 'QUARANTINED' })
    expect(await answer(await replyAddress(id, 'owner@example.com'), 'ada@acme.com')).toMatchObject({
      state: 'QUARANTINED',
    })
  })

  test('of a participant who has left the ticket is not posted', async () => {
    const { id } = await newTicket()
    const to = await replyAddress(id, 'participant@example.com', 'PARTICIPANT')
    await owner.run('removeParticipant', { ticketId: id, email: 'participant@example.com' }, 'ticket { id }')
    expect(await answer(to, 'participant@example.com')).toMatchObject({
      state: 'QUARANTINED',
      reason: 'The sender no longer follows the ticket',
    })
    expect((await agent.ask(quarantined, { id })).ticket.messageCount).toBe(1)
  })
})

describe('quarantined emails', () => {
  test('are only visible to the team', async () => {
    const { ticketId: id } = await newQuarantined()
    const seen: Record<string, unknown> = {}
    for (const [name, client] of Object.entries(callers)) {
      const { data } = await client.send(quarantined, { id })
      const emails = data?.ticket?.quarantinedEmails
      seen[name] = emails ? emails.length : data?.ticket ? 'null' : 'no ticket'
    }
    const none = 'no ticket'
    expect(seen).toEqual({
      ...Object.fromEntries(Object.keys(callers).map((name) => [name, none])),
      owner: 'null',
      participant: 'null',
      agent: 1,
      admin: 1,
      reader: 1,
      writer: 1,
      fullKey: 1,
    })
  })

  test('are listed newest first, at most fifty, from all senders', async () => {
    const { id } = await newTicket()
    const threads = [
      threadOf(await replyAddress(id, 'owner@example.com')),
      threadOf(await replyAddress(id, 'participant@example.com', 'PARTICIPANT')),
    ]
    await db.inboundEmail.createMany({
      data: Array.from({ length: 60 }, (_, at) => ({
        threadId: threads[at % 2] ?? '',
        raw: new Uint8Array(),
        state: 'QUARANTINED' as const,
        subject: String(at),
        receivedAt: new Date(Date.UTC(2027, 0, 1, 0, at)),
      })),
    })
    const { ticket } = await agent.ask(quarantined, { id })
    expect(ticket.quarantinedEmails.map(({ subject }: { subject: string }) => Number(subject))).toEqual(
      Array.from({ length: 50 }, (_, at) => 59 - at),
    )
  })

  test('cost as much as fifty each in an operation', async () => {
    const tickets = (first: number) =>
      agent.send(`{ tickets(first: ${first}) { edges { node { quarantinedEmails { id text } } } } }`)
    expect((await tickets(1)).errors).toBeUndefined()
    expect((await tickets(5)).errors?.[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX')
  })

  test('can be discarded by the team, once', async () => {
    const { ticketId, id } = await newQuarantined()
    for (const [name, answer] of Object.entries({
      owner: 'FORBIDDEN',
      participant: 'FORBIDDEN',
      reader: 'FORBIDDEN',
      foreignAdmin: 'NotFound',
      foreignKey: 'NotFound',
    })) {
      expect(
        await outcome(callers[name as keyof typeof callers], 'discardQuarantinedEmail', { id }),
        name,
      ).toBe(answer)
    }
    const { ticket } = await agent.run(
      'discardQuarantinedEmail',
      { id },
      'ticket { id quarantinedEmails { id } }',
    )
    expect(ticket).toEqual({ id: ticketId, quarantinedEmails: [] })
    expect(await outcome(agent, 'discardQuarantinedEmail', { id })).toBe('NotFound')
    expect(await db.inboundEmail.findFirst({ where: { reason: 'The team discarded it' } })).toMatchObject({
      state: 'DROPPED',
    })
  })

  test('do not include posted emails, which cannot be discarded', async () => {
    const { id: ticketId } = await newTicket()
    const row = await answer(await replyAddress(ticketId, 'owner@example.com'), 'owner@example.com')
    expect(row.state).toBe('POSTED')
    const id = encodeGlobalID('QuarantinedEmail', row.id)
    expect(await outcome(agent, 'discardQuarantinedEmail', { id })).toBe('NotFound')
    expect(
      await participant.ask('query ($id: ID!) { ticket(id: $id) { lastMessage { body } } }', {
        id: ticketId,
      }),
    ).toEqual({ ticket: { lastMessage: { body: 'Give me the money' } } })
  })
})
