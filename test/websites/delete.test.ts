import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { everyCaller } from '../support/callers.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')

test('a deleted website takes its tickets, people and keys with it, and nothing of another', async () => {
  const { website, foreign, callers, newTicket } = await everyCaller(origin, rootKey)
  const { id } = await newTicket()
  for (const name of ['owner', 'participant', 'agent', 'fullKey'] as const)
    await callers[name].run('reply', { ticketId: id, body: 'Please' }, '__typename')
  await callers.agent.run('setTicketStatus', { ticketId: id, status: 'SOLVED' }, '__typename')
  const opening = { subject: 'Help', body: 'Please' }
  await callers.stranger.run('openTicket', opening, '__typename')

  const count = async ({ websiteId }: { websiteId: string }) => {
    const where = { websiteId }
    const [tickets, customers, operators, events] = await Promise.all([
      db.ticket.count({ where }),
      db.customer.count({ where }),
      db.operator.count({ where }),
      db.ticketEvent.count({ where }),
    ])
    return {
      tickets,
      customers,
      operators,
      events,
      messages: await db.message.count({ where: { ticket: where } }),
    }
  }
  const kept = await count(foreign)
  expect(kept).toMatchObject({ tickets: 1, messages: 1 })
  await db.website.delete({ where: { id: website.websiteId } })
  expect(await count(website)).toEqual({ tickets: 0, customers: 0, operators: 0, events: 0, messages: 0 })
  expect(await count(foreign)).toEqual(kept)
})

test('a customer who has written cannot be deleted alone', async () => {
  const { callers, newTicket, website } = await everyCaller(origin, rootKey)
  const { id } = await newTicket()
  await callers.owner.run('reply', { ticketId: id, body: 'Please' }, '__typename')
  const where = { websiteId: website.websiteId, email: 'owner@example.com' }
  await expect(db.customer.deleteMany({ where })).rejects.toThrow()
})
