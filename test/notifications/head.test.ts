import pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { key, websiteId } = await createTestWebsite(origin, rootKey)
await db.website.update({
  where: { id: websiteId },
  data: { participantsEnabled: true, emailDelaySeconds: 0 },
})

test('adding a participant and planning emails read no head HTML, which may have 65,536 characters', async () => {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  onTestFinished(() => query.mockRestore())
  const input = { subject: 'Help', body: '1', customerEmail: 'jane@example.com' }
  const { ticket } = await key.run('openTicket', input, 'ticket { id }')
  await key.run('addParticipant', { ticketId: ticket.id, email: 'paul@example.com' }, '__typename')
  await key.run('reply', { ticketId: ticket.id, body: '2' }, '__typename')
  await expect.poll(() => db.email.count({ where: { websiteId } }), { timeout: 60_000 }).toBe(2)
  const readers = query.mock.calls
    .map(([statement]) => (statement as { text?: string }).text ?? '')
    // What requests need of their website is read in one statement with its domains, and cached for seconds.
    .filter((text) => text.includes('"headHtml"') && !text.includes('"AllowedDomain"'))
  expect(readers).toEqual([])
})
