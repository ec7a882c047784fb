import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { outcome } from '../support/outcome.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const website = await createTestWebsite(origin, rootKey)
const customer = await website.customer('jane@example.com')
const { ticket } = await customer.run('openTicket', { subject: 'Help', body: 'Please' }, 'ticket { id }')
const { websiteId } = website
const ticketId: string = ticket.id

const openings = { subject: 'Help', body: 'Please' }
const open = async (caller: Client, idempotencyKey: string, more = {}): Promise<string> =>
  (await caller.run('openTicket', { ...openings, idempotencyKey, ...more }, 'ticket { id }')).ticket.id
const reply = async (caller: Client, idempotencyKey: string, body = 'More'): Promise<string> =>
  (await caller.run('reply', { ticketId, body, idempotencyKey }, 'newMessage { id }')).newMessage.id
const fifty = Array.from({ length: 50 })

describe('an idempotency key', () => {
  test('used fifty times at once opens one ticket and returns it to every caller', async () => {
    const before = await db.ticket.count({ where: { websiteId } })
    const ids = await Promise.all(fifty.map(() => open(customer, 'fifty')))
    expect(new Set(ids).size).toBe(1)
    expect(await db.ticket.count({ where: { websiteId } })).toBe(before + 1)
    const last = await website.key.run(
      'openTicket',
      { ...openings, customerEmail: 'a@example.com' },
      'ticket { number }',
    )
    expect(last.ticket.number, 'the repeats took no number').toBe(before + 2)
  })

  test('used fifty times at once posts one message and returns it to every caller', async () => {
    const before = await db.message.count()
    const ids = await Promise.all(fifty.map(() => reply(website.key, 'fifty')))
    expect(new Set(ids).size).toBe(1)
    expect(await db.message.count()).toBe(before + 1)
  })

  test('returns the current state for a later repeat', async () => {
    const id = await reply(customer, 'since')
    await customer.run('setTicketStatus', { ticketId, status: 'SOLVED' }, 'ticket { id }')
    const again = await customer.run(
      'reply',
      { ticketId, body: 'More', idempotencyKey: 'since' },
      'newMessage { id } ticket { status }',
    )
    expect(again).toMatchObject({ newMessage: { id }, ticket: { status: 'SOLVED' } })
  })

  test('with another input is a conflict and changes nothing', async () => {
    await open(customer, 'other')
    await reply(customer, 'other')
    const before = [await db.ticket.count(), await db.message.count()]
    const input = { ...openings, idempotencyKey: 'other' }
    expect(await outcome(customer, 'openTicket', { ...input, body: 'Else' })).toBe('Conflict')
    expect(await outcome(customer, 'openTicket', { ...input, participants: ['a@x.io'] })).toBe('Conflict')
    expect(await outcome(customer, 'reply', { ticketId, body: 'Else', idempotencyKey: 'other' })).toBe(
      'Conflict',
    )
    expect([await db.ticket.count(), await db.message.count()]).toEqual(before)
  })

  test('treats null and an empty list like an absent argument', async () => {
    const id = await open(customer, 'nothing')
    expect(await open(customer, 'nothing', { categoryId: null, participants: [] })).toBe(id)
    expect(await open(customer, 'nothing', { participants: null, customerEmail: null })).toBe(id)
  })

  test('has no effect on other callers and mutations', async () => {
    const joe = await website.customer('joe@example.com')
    const operator = await website.operator()
    const ids = [
      await open(customer, 'shared'),
      await open(joe, 'shared'),
      await open(website.key, 'shared', { customerEmail: 'jane@example.com' }),
      await open(operator, 'shared', { customerEmail: 'jane@example.com' }),
      await reply(customer, 'shared'),
      await reply(operator, 'shared'),
    ]
    expect(new Set(ids).size).toBe(6)
  })

  test('still belongs to the caller in a new session', async () => {
    const id = await open(customer, 'session')
    expect(await open(await website.customer('JANE@example.com'), 'session')).toBe(id)
  })

  test('is deleted after 24 hours, not before', async () => {
    const id = await open(customer, 'old')
    const age = async (hours: number) =>
      db.idempotencyKey.updateMany({
        where: { key: 'old' },
        data: { createdAt: new Date(Date.now() - hours * 60 * 60_000) },
      })
    await age(23.9)
    expect(await open(customer, 'old')).toBe(id)
    await age(24.1)
    const ids = new Set(await Promise.all(fifty.slice(0, 10).map(() => open(customer, 'old'))))
    expect(ids.size).toBe(1)
    expect(ids.has(id)).toBe(false)
  })

  test('is not used up by a failed attempt', async () => {
    const { id } = await db.category.create({
      data: { websiteId, name: 'Late', position: 1 },
    })
    await db.category.delete({ where: { id } })
    const more = { categoryId: Buffer.from(`Category:${id}`).toString('base64url') }
    const input = { ...openings, idempotencyKey: 'failed', ...more }
    expect(await outcome(customer, 'openTicket', input)).toBe('NotFound')
    await db.category.create({ data: { id, websiteId, name: 'Late', position: 1 } })
    expect(await outcome(customer, 'openTicket', input)).toBe('OpenTicketPayload')
    const stranger = await website.customer('eve@example.com')
    const answer = { ticketId, body: 'Hi', idempotencyKey: 'failed' }
    expect(await outcome(stranger, 'reply', answer)).toBe('NotFound')
    const participants = { ticketId, websiteId, email: 'eve@example.com' }
    const row = await db.ticket.findFirstOrThrow({ where: { websiteId }, orderBy: { number: 'asc' } })
    await db.participant.create({ data: { ...participants, ticketId: row.id } })
    expect(await outcome(stranger, 'reply', answer)).toBe('ReplyPayload')
  })
})
