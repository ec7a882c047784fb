import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'
import { imported, oldMessage, oldTicket } from './ticket.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { key, websiteId } = await createTestWebsite(origin, rootKey)

describe('a ticket', () => {
  test('is imported without invalid addresses, except that of a customer', async () => {
    await db.website.update({ where: { id: websiteId }, data: { participantsEnabled: true } })
    const at = '2023-05-01T10:00:00.000Z'
    const input = (kind: string) => ({
      tickets: [
        oldTicket({
          participants: ['undisclosed-recipients:;', 'pat@example.com'],
          assigneeEmail: 'nobody',
          messages: [oldMessage('Hello', at, { kind, email: 'support team', name: 'Fiona' })],
        }),
      ],
    })
    const [result] = (await key.run('importTickets', input('OPERATOR'), imported)).imported
    const issues = ['participants.0', 'assigneeEmail'].map((path) => ({
      path: ['input', 'tickets', '0', ...path.split('.')],
    }))
    expect(result).toMatchObject({ created: true, issues })
    const { ticket } = await key.ask(
      'query ($id: ID!) { ticket(id: $id) { participants { email } } }',
      result.ticket,
    )
    expect(ticket.participants).toEqual([{ email: 'pat@example.com' }])
    const [refused] = (await key.run('importTickets', input('CUSTOMER'), imported)).imported
    expect(refused).toMatchObject({ created: false, issues: [{ message: 'This is not an email address' }] })
  })

  test('is only announced in a dry run', async () => {
    const count = () => db.ticket.count({ where: { websiteId } })
    const known = oldTicket()
    await key.run('importTickets', { tickets: [known] }, imported)
    const before = await count()
    const wrong = oldTicket({ customer: { email: 'nobody' } })
    const fresh = oldTicket({ customer: { email: 'dry@example.com' } })
    const input = { tickets: [known, wrong, fresh, fresh], dryRun: true }
    const results = (await key.run('importTickets', input, imported)).imported
    expect(results.map(({ created }: { created: boolean }) => created)).toEqual([false, false, true, false])
    expect(results[0].ticket).not.toBeNull()
    expect(results[2].ticket).toBeNull()
    expect(await count()).toBe(before)
    expect(await db.customer.count({ where: { websiteId, email: 'dry@example.com' } })).toBe(0)
    const real = (await key.run('importTickets', { ...input, dryRun: false }, imported)).imported
    expect(real.map(({ created }: { created: boolean }) => created)).toEqual([false, false, true, false])
    expect(await count()).toBe(before + 1)
  })
})
