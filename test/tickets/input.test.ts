import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const website = await createTestWebsite(origin, rootKey)
const { key, websiteId } = website
await db.website.update({ where: { id: websiteId }, data: { participantsEnabled: true } })
const customer = await website.customer('jane@example.com')
const operator = await website.operator()
const { ticket } = await customer.run('openTicket', { subject: 'Help', body: 'Please' }, 'ticket { id }')
const ticketId = ticket.id

/** Everything that a refused mutation must leave unchanged: of other websites, which are many, only how much there is. */
const state = async () =>
  JSON.stringify([
    await db.website.findUnique({ where: { id: websiteId } }),
    await db.ticket.findMany({ where: { websiteId }, include: { messages: true, participants: true } }),
    await db.customer.findMany({ where: { websiteId } }),
    await Promise.all([
      db.website.count(),
      db.ticket.count(),
      db.message.count(),
      db.participant.count(),
      db.customer.count(),
      db.idempotencyKey.count(),
    ]),
  ])
let before = ''

beforeEach(async () => {
  before = await state()
})

const good = { subject: 'Help', body: 'Please' }
const callers = { customer, operator, key }

describe('an input that breaks a rule is reported by its path', () => {
  afterEach(async () => {
    expect(await state(), 'nothing was changed').toBe(before)
  })

  test.each([
    ['customer', 'a subject of 201 characters', { subject: 'a'.repeat(201) }, ['subject']],
    ['customer', 'an empty subject', { subject: '' }, ['subject']],
    ['customer', 'a subject of white space', { subject: ' \t\n\u00a0\u2003' }, ['subject']],
    ['customer', 'a subject of blank letters', { subject: '\u3164\u2800' }, ['subject']],
    ['customer', 'a subject of direction marks', { subject: '\u200f\u202e\ufeff' }, ['subject']],
    ['customer', 'a subject of annotation marks', { subject: '\ufff9\ufffb' }, ['subject']],
    ['customer', 'a body of annotation marks', { body: '\ufff9\ufffb' }, ['body']],
    ['customer', 'half a character in the subject', { subject: 'a\ud83d' }, ['subject']],
    ['customer', 'a null character in the subject', { subject: 'a\0b' }, ['subject']],
    ['customer', 'a body of 20,001 characters', { body: 'a'.repeat(20_001) }, ['body']],
    ['customer', 'an empty body', { body: '' }, ['body']],
    ['customer', 'a body of white space', { body: ' \n\t ' }, ['body']],
    ['customer', 'a blank body', { body: '\u200b\u200d\n\u00ad\u{e0020}' }, ['body']],
    ['customer', 'half a character in the body', { body: '\udc4d' }, ['body']],
    ['customer', 'a null character in the body', { body: 'a\0b' }, ['body']],
    ['customer', 'an invalid id', { categoryId: 'nonsense' }, ['categoryId']],
    ['customer', 'an id of another type', { categoryId: ticketId }, ['categoryId']],
    ['customer', 'an idempotency key too long', { idempotencyKey: 'a'.repeat(201) }, ['idempotencyKey']],
    ['customer', 'an empty idempotency key', { idempotencyKey: '' }, ['idempotencyKey']],
    ['customer', 'a null character in the key', { idempotencyKey: 'a\0b' }, ['idempotencyKey']],
    ['customer', 'eleven participants', { participants: Array(11).fill('a@example.com') }, ['participants']],
    [
      'customer',
      'a participant without address',
      { participants: ['a@example.com', 'b'] },
      ['participants', '1'],
    ],
    ['customer', 'somebody else’s address', { customerEmail: 'joe@example.com' }, ['customerEmail']],
    ['customer', 'their own address', { customerEmail: 'jane@example.com' }, ['customerEmail']],
    ['operator', 'nobody’s address', {}, ['customerEmail']],
    ['operator', 'an invalid address', { customerEmail: 'Joe <joe@example.com>' }, ['customerEmail']],
    ['key', 'nobody’s address', { customerEmail: '' }, ['customerEmail']],
  ] as const)('openTicket by %s: %s', async (caller, _name, more, path) => {
    const result = await callers[caller].attempt('openTicket', { ...good, ...more })
    expect(result).toMatchObject({ __typename: 'InvalidInput', issues: [{ path: ['input', ...path] }] })
    expect(result.issues).toHaveLength(1)
  })

  test('openTicket: all broken rules at once', async () => {
    const result = await customer.attempt('openTicket', {
      subject: ' ',
      body: '',
      categoryId: 'x',
      participants: ['x'],
    })
    const paths = result.issues.map((issue: { path: string[] }) => issue.path.slice(1).join('.'))
    expect(paths.sort()).toEqual(['body', 'categoryId', 'participants.0', 'subject'])
  })

  test.each([
    ['reply', { body: 'a'.repeat(20_001) }, 'body'],
    ['reply', { body: '\n' }, 'body'],
    ['reply', { body: 'a\0' }, 'body'],
    ['reply', { body: 'a', ticketId: 'x' }, 'ticketId'],
    ['reply', { body: 'a', idempotencyKey: '\0' }, 'idempotencyKey'],
    ['addParticipant', { email: 'no address' }, 'email'],
    ['addParticipant', { email: `${'a'.repeat(250)}@example.com` }, 'email'],
    ['addParticipant', { email: 'a@example.com\r\nBcc: b@example.com' }, 'email'],
    ['removeParticipant', { email: 'a\0@example.com' }, 'email'],
    ['markTicketRead', { position: -1 }, 'position'],
  ])('%s %o: %s', async (mutation, input, field) => {
    const result = await customer.attempt(mutation, { ticketId, ...input })
    expect(result).toMatchObject({ __typename: 'InvalidInput', issues: [{ path: ['input', field] }] })
  })
})

describe('an input at its limits is stored unchanged', () => {
  test.each([
    ['the longest', 'a'.repeat(200), 'b'.repeat(20_000)],
    ['the shortest', 'a', 'b'],
    ['astral characters', '🎟'.repeat(100), '🎟'.repeat(10_000)],
    ['quotation marks and markup', `'; DROP TABLE "Ticket"; -- <b>`, '<script>alert(1)</script> $1'],
    ['white space at the ends of the body', 'a', '  indented\n\n'],
  ])('%s', async (_name, subject, body) => {
    const opened = await customer.run(
      'openTicket',
      { subject, body },
      'ticket { subject lastMessage { body } }',
    )
    expect(opened.ticket).toEqual({ subject, lastMessage: { body } })
  })

  test('a subject becomes one line', async () => {
    const input = { ...good, subject: '  Two\r\nBcc: lines\t!  ' }
    const { ticket } = await customer.run('openTicket', input, 'ticket { subject }')
    expect(ticket.subject).toBe('Two Bcc: lines !')
  })
})
