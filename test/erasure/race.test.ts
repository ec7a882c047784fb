import { expect, test } from 'vitest'
import { oldTicket } from '../import/ticket.ts'
import { apiClient } from '../support/client.ts'
import { rowId, startReceivingEmails } from '../support/emailing.ts'
import { idle } from '../support/jobs.ts'
import { outcome } from '../support/outcome.ts'
import { linesWith } from './search.ts'

// On a busy machine, a lock may take too long: UNAVAILABLE, and nothing was written.
const expected = /Payload$|^(NotFound|UNAUTHENTICATED|FORBIDDEN|UNAVAILABLE)$/
const { db, origin, rootKey, company, variables } = await startReceivingEmails()
const jane = 'jane@example.com'

test('an erasure beside everything that the person does ends without internal errors, and once', async () => {
  const website = await company()
  const { websiteId, team, key } = website
  const tickets = [await website.open(jane), await website.open(jane)]
  const customer = await website.customer(jane)
  const at = (index: number) => ({ ticketId: tickets[index % 2] ?? '' })
  const writes = Array.from({ length: 6 }, (_, index) => [
    outcome(customer, 'reply', { ...at(index), body: 'Marmalade' }),
    outcome(customer, 'openTicket', { subject: 'Marmalade', body: 'Marmalade' }),
    outcome(customer, 'saveDraft', { ...at(index), body: 'Marmalade' }),
    outcome(customer, 'createUpload', { name: 'marmalade.png', type: 'image/png', size: 1 }),
    outcome(customer, 'addParticipant', { ...at(index), email: `friend${index}@example.com` }),
    outcome(team, 'reply', { ...at(index), body: 'Restart it' }),
  ])
  const erase = async (): Promise<{ tickets: number }> => {
    const { data } = await team.send(
      'mutation ($input: EraseCustomerInput!) { eraseCustomer(input: $input) { ... on EraseCustomerPayload { tickets } } }',
      { input: { email: jane } },
    )
    return data?.eraseCustomer ?? erase()
  }
  const erasing = [erase(), erase(), erase()]
  const results = await Promise.all(writes.flat())
  expect(results.filter((result) => !expected.test(result))).toEqual([])
  const counts = await Promise.all(erasing)
  expect(counts.filter(({ tickets }) => tickets > 0)).toHaveLength(1)
  expect(await db.customer.count({ where: { websiteId, email: jane } })).toBe(0)
  for (const ticketId of tickets.map(rowId)) {
    const messages = await db.message.findMany({ where: { ticketId }, orderBy: { position: 'asc' } })
    expect(messages.map(({ position }) => position)).toEqual(messages.map((_, index) => index + 1))
    const { messageCount } = await db.ticket.findUniqueOrThrow({ where: { id: ticketId } })
    expect(messageCount).toBe(messages.length)
  }
  const audited = await db.auditEvent.count({ where: { websiteId, action: 'eraseCustomer' } })
  expect([audited, (await key.ask('{ tickets { totalCount } }')).tickets.totalCount >= 2]).toEqual([3, true])
})

test('a website that is deleted while people write leaves nothing, and nobody sees an internal error', async () => {
  const website = await company()
  const { websiteId, key, team } = website
  const ticketId = await website.open(jane)
  const people = await Promise.all(
    Array.from({ length: 5 }, (_, index) => website.customer(`jane${index}@example.com`)),
  )
  await idle()
  const writes = people.flatMap((customer, index) => [
    outcome(customer, 'openTicket', { subject: 'Help', body: 'Please' }),
    outcome(key, 'openTicket', { subject: 'Help', body: 'Please', customerEmail: `joe${index}@example.com` }),
    outcome(key, 'importTickets', { tickets: [oldTicket()] }),
    outcome(team, 'reply', { ticketId, body: 'Restart it' }),
    outcome(team, 'createExport', { format: 'CSV' }),
    outcome(team, 'createCategory', { name: `Category ${index}` }),
  ])
  const root = apiClient(origin, rootKey)
  const deletions = [team, root, root].map((caller) =>
    outcome(caller, 'deleteWebsite', { confirm: websiteId }),
  )
  const late = people.map((customer) => outcome(customer, 'openTicket', { subject: 'Late', body: 'Late' }))
  const results = await Promise.all([...writes, ...late, ...deletions])
  expect(results.filter((result) => !expected.test(result))).toEqual([])
  expect(results).toContain('DeleteWebsitePayload')
  await idle()
  expect(await db.website.count({ where: { id: websiteId } })).toBe(0)
  const left = await linesWith(websiteId, variables.DATABASE_URL)
  expect(left.filter((line) => !line.includes('delete-website'))).toEqual([])
})
