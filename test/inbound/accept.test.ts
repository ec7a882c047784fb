import { describe, expect, test } from 'vitest'
import { startReceiving } from '../support/app.ts'
import { everyCaller } from '../support/callers.ts'
import { postgres } from '../support/environment.ts'
import { outcome } from '../support/outcome.ts'
import { waitsForRow } from '../support/row-lock.ts'
import { type Email, messageIdOf, mime, newPostman } from './postman.ts'

const { app, origin, rootKey } = await startReceiving()
const { replyAddress, send, settled } = await newPostman(origin, app.inboundPort() ?? 0)
const { db } = await import('../../server/database/db.ts')
const { encodeGlobalID, localId } = await import('../../server/api/global-id.ts')
const { website, callers, newTicket } = await everyCaller(origin, rootKey)
const { owner, agent, admin } = callers

const accepted = `newMessage { position body bodyHtml quotedText via author { __typename ... on Customer { email } ... on Operator { name } } attachments { name } }
  ticket { status messageCount quarantinedEmails { id } }`

/** A quarantined email: by default from a stranger, in the owner’s thread. */
async function quarantined({
  role = 'CUSTOMER',
  email = 'owner@example.com',
  ...content
}: Partial<Email> & { role?: 'CUSTOMER' | 'OPERATOR'; email?: string } = {}) {
  const { id: ticketId } = await newTicket()
  const to = await replyAddress(ticketId, email, role)
  const raw = mime({ to, from: 'evil@example.com', body: 'The red one', ...content })
  expect(await send(to, raw, 'x@example.com')).toBe(250)
  const row = await settled(messageIdOf(raw))
  expect(row.state).toBe('QUARANTINED')
  return { ticketId, id: encodeGlobalID('QuarantinedEmail', row.id) }
}

let leavers = 0
/** An operator, and an email from their address in their thread. */
async function operatorWhoLeaves(active: boolean) {
  const email = `leaver${++leavers}@acme.com`
  const data = { websiteId: website.websiteId, email, name: 'L', role: 'AGENT', active } as const
  const { id: operatorId } = await db.operator.create({ data })
  return { operatorId, content: { from: email, email, role: 'OPERATOR', body: '**red**' } as const }
}

const accept = (id: string, client = agent) => client.run('acceptQuarantinedEmail', { id }, accepted)

describe('a quarantined email that the team accepts', () => {
  test('becomes a message by its claimed sender, who gains no access', async () => {
    const { id, ticketId } = await quarantined()
    await agent.run('setTicketStatus', { ticketId, status: 'SOLVED' }, '__typename')
    expect(await accept(id)).toMatchObject({
      newMessage: {
        position: 2,
        body: 'The red one',
        quotedText: null,
        via: 'EMAIL',
        author: { __typename: 'Customer', email: 'evil@example.com' },
        attachments: [],
      },
      ticket: { status: 'OPEN', messageCount: 2, quarantinedEmails: [] },
    })
    const { ticket } = await owner.ask(
      'query ($id: ID!) { ticket(id: $id) { lastMessage { body } participants { email } } }',
      { id: ticketId },
    )
    expect(ticket).toEqual({
      lastMessage: { body: 'The red one' },
      participants: [{ email: 'participant@example.com' }],
    })
  })

  test('is posted as the thread’s recipient if its sender is ambiguous', async () => {
    const { id } = await quarantined({ from: 'a@example.com, b@example.com' })
    expect((await accept(id)).newMessage.author).toMatchObject({ email: 'owner@example.com' })
  })

  test('becomes a message by the operator if it came from the address of their thread', async () => {
    const { id } = await quarantined({
      from: 'olaf@acme.com',
      role: 'OPERATOR',
      email: 'olaf@acme.com',
    })
    const { newMessage, ticket } = await accept(id)
    expect([newMessage.author.__typename, ticket.status]).toEqual(['Operator', 'PENDING'])
  })

  test.for(['olaf@acme.com <evil@example.com>', 'olaf@acme.com, evil@example.com'])(
    'never becomes an operator’s message if its sender is uncertain: %s',
    async (from) => {
      const { id } = await quarantined({ from, role: 'OPERATOR', email: 'olaf@acme.com' })
      const { newMessage, ticket } = await accept(id)
      expect([newMessage.author.__typename, ticket.status]).toEqual(['Customer', 'OPEN'])
    },
  )

  test('becomes the recipient’s message if their domain is written in ASCII', async () => {
    const header = ['Precedence: bulk']
    const content = { email: 'owner@bücher.example', from: 'owner@xn--bcher-kva.example', header }
    const { id } = await quarantined(content)
    expect((await accept(id)).newMessage.author).toMatchObject({ email: 'owner@bücher.example' })
  })

  test('is rendered as a customer’s if its operator was deactivated', async () => {
    const { content } = await operatorWhoLeaves(false)
    const { newMessage } = await accept((await quarantined(content)).id)
    expect(newMessage.author.__typename).toBe('Customer')
    expect(newMessage.bodyHtml).toBe('<p>**red**</p>')
  })

  // The embedded database runs one transaction after the other.
  test.skipIf(!postgres)('is not posted while its operator is being deactivated', async () => {
    const { operatorId, content } = await operatorWhoLeaves(true)
    const { id, ticketId } = await quarantined(content)
    let answer: Promise<string> | undefined
    await db.$transaction(async (tx) => {
      await tx.operator.update({ where: { id: operatorId }, data: { active: false } })
      answer = outcome(agent, 'acceptQuarantinedEmail', { id })
      await waitsForRow(db)
    })
    expect(await answer).toBe('Conflict')
    expect(await db.message.count({ where: { ticketId: localId('Ticket', ticketId) ?? '' } })).toBe(1)
    expect((await accept(id)).newMessage.author.__typename).toBe('Customer')
  })

  test('is posted as the team saw it if it is unreadable', async () => {
    const { id } = await quarantined({
      header: ['Content-Type: text/html'],
      body: '<title>The red one',
    })
    expect((await accept(id)).newMessage.body).toBe('<title>The red one')
  })

  test('becomes the beginning of a text that is too long for messages, with all of it as a file', async () => {
    const body = `first ${'word '.repeat(50_000)} last`
    const { id } = await quarantined({ body })
    const { newMessage } = await accept(id)
    expect(newMessage.body).toMatch(/^first [\s\S]*word\n\n\[…\]\n\n📎 message\.txt$/)
    expect(newMessage.attachments).toEqual([{ name: 'message.txt' }])
  })

  test('becomes one message even if accepted twice at once, and again later', async () => {
    const { id, ticketId } = await quarantined()
    const answers = await Promise.all([accept(id), accept(id, admin)])
    answers.push(await accept(id))
    expect(answers.map(({ newMessage }) => newMessage.position)).toEqual([2, 2, 2])
    const { ticket } = await agent.ask('query ($id: ID!) { ticket(id: $id) { messageCount } }', {
      id: ticketId,
    })
    expect(ticket.messageCount).toBe(2)
    expect(await outcome(agent, 'discardQuarantinedEmail', { id })).toBe('NotFound')
  })

  test('is in the audit log once, as is a discarded one', async () => {
    const [one, other] = [await quarantined(), await quarantined()]
    await Promise.all([accept(one.id), accept(one.id)])
    await agent.run('discardQuarantinedEmail', { id: other.id }, '__typename')
    const events = await db.auditEvent.findMany({ orderBy: { id: 'desc' }, take: 2 })
    expect(events.map(({ action, actorKind, details }) => ({ action, actorKind, details }))).toEqual(
      ['discardQuarantinedEmail', 'acceptQuarantinedEmail'].map((action) => ({
        action,
        actorKind: 'OPERATOR',
        details: {
          ticket: expect.any(Number),
          reason: 'Not sent by owner@example.com',
        },
      })),
    )
  })
})

describe('an email cannot be accepted', () => {
  test('if it was discarded or already posted', async () => {
    const { id } = await quarantined()
    await agent.run('discardQuarantinedEmail', { id }, '__typename')
    expect(await outcome(agent, 'acceptQuarantinedEmail', { id })).toBe('NotFound')
    const { id: ticketId } = await newTicket()
    const raw = mime({ to: await replyAddress(ticketId, 'owner@example.com'), from: 'owner@example.com' })
    await send(await replyAddress(ticketId, 'owner@example.com'), raw)
    const row = await settled(messageIdOf(raw))
    expect(row.state).toBe('POSTED')
    expect(
      await outcome(agent, 'acceptQuarantinedEmail', { id: encodeGlobalID('QuarantinedEmail', row.id) }),
    ).toBe('NotFound')
  })
})
