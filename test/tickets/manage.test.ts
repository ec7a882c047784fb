import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { postgres } from '../support/environment.ts'
import { follow, listening } from '../support/live.ts'
import { outcome } from '../support/outcome.ts'
import { waitsForRow } from '../support/row-lock.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const website = await createTestWebsite(origin, rootKey)
const other = await createTestWebsite(origin, rootKey)
const { key } = website
const customer = await website.customer('jane@example.com')
const { encodeGlobalID: globalId } = await import('../../server/api/global-id.ts')

async function createCategory(name: string, { websiteId } = website) {
  const { id } = await db.category.create({ data: { websiteId, name, position: 1 } })
  return { id, categoryId: globalId('Category', id) }
}

async function operatorId({ key, websiteId } = website, active = true): Promise<string> {
  const { website } = await key.ask('{ website { operators { id email } } }')
  if (active) return website.operators[0].id
  const data = { websiteId, email: 'gone@acme.com', name: 'Gone', role: 'AGENT', active } as const
  return globalId('Operator', (await db.operator.create({ data })).id)
}

async function openTicket(more = {}) {
  const input = { subject: 'Help', body: 'Please', ...more }
  return (await customer.run('openTicket', input, 'ticket { id categoryName category { name } }')).ticket
}

const shown = 'ticket { categoryName category { name } }'

describe('a ticket’s category', () => {
  test('keeps its name on the ticket, after it was renamed and after it was deleted', async () => {
    const { id, categoryId } = await createCategory('Billing')
    const ticket = await openTicket({ categoryId })
    expect(ticket).toMatchObject({ categoryName: 'Billing', category: { name: 'Billing' } })
    const read = async () =>
      (
        await customer.ask('query ($id: ID!) { ticket(id: $id) { categoryName category { name } } }', {
          id: ticket.id,
        })
      ).ticket
    await db.category.update({ where: { id }, data: { name: 'Invoices' } })
    expect(await read()).toEqual({ categoryName: 'Billing', category: { name: 'Invoices' } })
    await db.category.delete({ where: { id } })
    expect(await read()).toEqual({ categoryName: 'Billing', category: null })
  })

  test('is gone when it is deleted, which syncs and open consoles notice', async () => {
    const { categoryId } = await createCategory('Former')
    const { id } = await openTicket({ categoryId })
    const { ticket } = await key.ask('query ($id: ID!) { ticket(id: $id) { updatedAt } }', { id })
    const admin = await website.operator()
    const stream = follow(admin, 'subscription { ticketChanged { ticket { id category { name } } } }')
    await listening(origin, 1)
    await admin.run('deleteCategory', { id: categoryId }, 'deletedId')
    const query = `query ($after: DateTime!) {
      tickets(filter: { updatedAfter: $after }) { edges { node { id category { name } } } } }`
    const { tickets } = await key.ask(query, { after: ticket.updatedAt })
    expect(tickets.edges).toContainEqual({ node: { id, category: null } })
    await stream.until((items) => items.some((item) => item.ticketChanged.ticket?.id === id))
    await stream.close()
  })

  test('is changed and removed by the team', async () => {
    const { id: ticketId } = await openTicket({ categoryId: (await createCategory('One')).categoryId })
    const { categoryId } = await createCategory('Two')
    const moved = await key.run('setTicketCategory', { ticketId, categoryId }, shown)
    expect(moved.ticket).toEqual({ categoryName: 'Two', category: { name: 'Two' } })
    const emptied = await key.run('setTicketCategory', { ticketId }, shown)
    expect(emptied.ticket).toEqual({ categoryName: null, category: null })
    expect(await outcome(customer, 'setTicketCategory', { ticketId, categoryId })).toBe('FORBIDDEN')
  })

  test('must belong to the same website', async () => {
    const { categoryId } = await createCategory('Theirs', other)
    const { id: ticketId } = await openTicket()
    const before = await db.ticket.count()
    expect(await outcome(customer, 'openTicket', { subject: 'A', body: 'B', categoryId })).toBe('NotFound')
    expect(await outcome(key, 'setTicketCategory', { ticketId, categoryId })).toBe('NotFound')
    expect(await db.ticket.count()).toBe(before)
  })
})

describe('a ticket’s assignee', () => {
  test('is assigned and unassigned by the team', async () => {
    const { id: ticketId } = await openTicket()
    const assignee = 'ticket { assignee { name } }'
    const assigned = await key.run('assignTicket', { ticketId, operatorId: await operatorId() }, assignee)
    expect(assigned.ticket.assignee).toEqual({ name: 'Ada' })
    expect(
      (await key.run('assignTicket', { ticketId, operatorId: null }, assignee)).ticket.assignee,
    ).toBeNull()
  })

  test.each([
    ['of another website', async () => operatorId(other)],
    ['who was deactivated', async () => operatorId(website, false)],
    ['who never existed', async () => globalId('Operator', '0193a2b0-7c1e-7d3a-9f00-64656d6f0001')],
  ])('cannot be an operator %s', async (_name, someone) => {
    const { id: ticketId } = await openTicket()
    expect(await outcome(key, 'assignTicket', { ticketId, operatorId: await someone() })).toBe('NotFound')
  })

  test('cannot be chosen by the customer', async () => {
    const { id: ticketId } = await openTicket()
    expect(await outcome(customer, 'assignTicket', { ticketId, operatorId: await operatorId() })).toBe(
      'FORBIDDEN',
    )
  })
})

// The embedded database runs one transaction after the other.
describe.skipIf(!postgres)('while it is being removed', () => {
  test.for(['setTicketCategory', 'openTicket'])('a category is not found by %s', async (mutation) => {
    const { id, categoryId } = await createCategory(mutation)
    const ticketId = mutation === 'openTicket' ? undefined : (await openTicket()).id
    const opening = ticketId ? { ticketId } : { subject: 'S', body: 'B', customerEmail: 'jane@example.com' }
    let answer: Promise<string> | undefined
    await db.$transaction(async (tx) => {
      await tx.category.delete({ where: { id } })
      answer = outcome(key, mutation, { ...opening, categoryId })
      await waitsForRow(db)
    })
    expect(await answer).toBe('NotFound')
  })

  test('an operator is not found by assignTicket', async () => {
    const data = {
      websiteId: website.websiteId,
      email: 'leaving@acme.com',
      name: 'L',
      role: 'AGENT',
    } as const
    const { id } = await db.operator.create({ data })
    const { id: ticketId } = await openTicket()
    let answer: Promise<string> | undefined
    await db.$transaction(async (tx) => {
      await tx.operator.update({ where: { id }, data: { active: false } })
      answer = outcome(key, 'assignTicket', { ticketId, operatorId: globalId('Operator', id) })
      await waitsForRow(db)
    })
    expect(await answer).toBe('NotFound')
  })
})
