import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import type { Result } from '../support/client.ts'
import { postgres } from '../support/environment.ts'
import { follow, listening, messageAdded, ticketChanged } from '../support/live.ts'
import { outcome } from '../support/outcome.ts'
import { waitsForRow } from '../support/row-lock.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const website = await createTestWebsite(origin, rootKey)
await db.website.update({ where: { id: website.websiteId }, data: { participantsEnabled: true } })
const owner = await website.customer('jane@example.com')
const paul = await website.customer('paul@example.com')

async function openShared(): Promise<{ id: string; number: number; messageId: string }> {
  const input = { subject: 'Help', body: 'Please', participants: ['paul@example.com'] }
  const { ticket } = await owner.run('openTicket', input, 'ticket { id number lastMessage { id } }')
  return { ...ticket, messageId: ticket.lastMessage.id }
}

describe('a removed participant', () => {
  // The embedded database runs one transaction after the other.
  test.skipIf(!postgres)('may not write what waited for the ticket while they were removed', async () => {
    const { id } = await openShared()
    const email = 'paul@example.com'
    const [ticketId = ''] = Buffer.from(id, 'base64').toString().split(':').slice(1)
    let answer: Promise<string> | undefined
    await db.$transaction(async (tx) => {
      await tx.ticket.update({ where: { id: ticketId }, data: { updatedAt: new Date() } })
      answer = outcome(paul, 'reply', { ticketId: id, body: 'Too late' })
      await waitsForRow(db)
      await tx.participant.delete({ where: { ticketId_email: { ticketId, email } } })
    })
    expect(await answer).toBe('NotFound')
  })

  test('loses the ticket, its messages and its place in the list at once', async () => {
    const { id, number, messageId } = await openShared()
    const everything = `query ($id: ID!, $number: Int!, $messageId: ID!) {
      ticket(id: $id) { id }
      ticketByNumber(number: $number) { id }
      node(id: $id) { id }
      message: node(id: $messageId) { id }
      tickets { totalCount unreadCount edges { node { id } } }
    }`
    const ask = () => paul.ask(everything, { id, number, messageId })
    expect(await ask()).toEqual({
      ticket: { id },
      ticketByNumber: { id },
      node: { id },
      message: { id: messageId },
      tickets: { totalCount: 1, unreadCount: 1, edges: [{ node: { id } }] },
    })
    await owner.run('removeParticipant', { ticketId: id, email: 'paul@example.com' }, 'ticket { id }')
    expect(await ask()).toEqual({
      ticket: null,
      ticketByNumber: null,
      node: null,
      message: null,
      tickets: { totalCount: 0, unreadCount: 0, edges: [] },
    })
    expect(await outcome(paul, 'reply', { ticketId: id, body: 'Still here' })).toBe('NotFound')
    expect(await outcome(paul, 'markTicketRead', { ticketId: id, position: 1 })).toBe('NotFound')
  })

  test('is notified that the ticket is gone, and of nothing else after that', async () => {
    const { id: ticketId } = await openShared()
    const list = follow(paul, ticketChanged)
    const conversation = follow(paul, messageAdded, { ticketId, after: 0 })
    await conversation.count(1)
    await listening(origin, 2)
    await owner.run('removeParticipant', { ticketId, email: 'paul@example.com' }, 'ticket { id }')
    await owner.run('reply', { ticketId, body: 'Now that he is gone' }, 'newMessage { id }')
    await list.until((items) => items.at(-1)?.ticketChanged.ticket === null)
    await conversation.ended
    expect(conversation.error?.extensions.code).toBe('FORBIDDEN')
    expect(conversation.items).toHaveLength(1)
    // What he may still see arrives in order: nothing came in between.
    const next = await openShared()
    await list.until((items) => items.at(-1).ticketChanged.ticketId === next.id)
    const isGone = ({ ticketChanged }: Result) => ticketChanged.ticket === null
    const since = list.items.slice(list.items.findIndex(isGone))
    expect(since.filter((item) => item.ticketChanged.ticketId !== next.id && !isGone(item))).toEqual([])
    await owner.run('removeParticipant', { ticketId: next.id, email: 'paul@example.com' }, 'ticket { id }')
    await list.close()
    await conversation.close()
    await listening(origin, 0)
  })

  test('may not subscribe to the ticket again', async () => {
    const { id: ticketId } = await openShared()
    await paul.run('removeParticipant', { ticketId, email: 'paul@example.com' }, 'ticket { id }')
    const conversation = follow(paul, messageAdded, { ticketId, after: 0 })
    await conversation.ended
    expect(conversation.error?.extensions.code).toBe('FORBIDDEN')
    expect(conversation.items).toEqual([])
    await conversation.close()
  })
})
