import { describe, expect, test } from 'vitest'
import { type Filter, firstFilter, matches, ticketFilter } from '../../client/core/filter.ts'
import type { TicketStatus } from '../../client/graphql/operations.ts'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { key } = await createTestWebsite(origin, rootKey)

await key.run('createCategory', { name: 'Billing' }, '__typename')
await key.run('createCategory', { name: 'Delivery' }, '__typename')
const choices = ['Free', 'Pro']
const { website } = await key.ask('{ website { categories { id } operators { id } } }')
const [billing, delivery] = website.categories.map(({ id }: { id: string }) => id)
const ada = website.operators[0].id
for (const categoryId of [billing, delivery]) {
  const plan = { categoryId, name: 'plan', label: 'Plan', type: 'CHOICE', choices }
  await key.run('createCategoryField', plan, '__typename')
}

async function open(customerEmail: string, categoryId: string | null, assign: boolean, status: TicketStatus) {
  const fields = categoryId ? [{ name: 'plan', value: choices[Number(assign)] }] : []
  const input = { subject: 'Help', body: 'Please', customerEmail, categoryId, fields }
  const { ticket } = await key.run('openTicket', input, 'ticket { id }')
  if (assign) await key.run('assignTicket', { ticketId: ticket.id, operatorId: ada }, '__typename')
  await key.run('setTicketStatus', { ticketId: ticket.id, status }, '__typename')
}

for (const email of ['jane@example.com', 'joe@example.com'])
  for (const category of [null, billing, delivery])
    for (const assigned of [true, false])
      for (const status of ['OPEN', 'PENDING', 'SOLVED'] as const)
        await open(email, category, assigned, status)

async function list(filter: object) {
  const { tickets } = await key.ask(
    `query ($filter: TicketFilter) { tickets(first: 100, filter: $filter) { edges { node {
      number status category { id } assignee { id } customer { email } fields { name value }
    } } } }`,
    { filter },
  )
  return tickets.edges.map(({ node }: { node: Parameters<typeof matches>[0] & { number: number } }) => node)
}

const all = await list({})

describe('the console’s list and the server agree on tickets', () => {
  test.each<[string, Partial<Filter>, number]>([
    ['are all', { view: 'ALL' }, 36],
    ['are open', { view: 'OPEN' }, 12],
    ['are pending', { view: 'PENDING' }, 12],
    ['are solved', { view: 'SOLVED' }, 12],
    ['have a category', { view: 'ALL', categoryId: billing }, 12],
    ['are assigned to an operator', { view: 'ALL', assigneeId: ada }, 18],
    ['are assigned to nobody', { view: 'ALL', unassigned: true }, 18],
    ['are a customer’s', { view: 'ALL', customerEmail: 'joe@example.com' }, 18],
    ['are of an address that nobody has', { view: 'ALL', customerEmail: 'nobody@example.com' }, 0],
    ['have a value', { view: 'ALL', field: { name: 'plan', value: 'Pro' } }, 12],
    [
      'have a value, and a category',
      { view: 'ALL', categoryId: billing, field: { name: 'plan', value: 'Free' } },
      6,
    ],
    ['have a value that none has', { view: 'ALL', field: { name: 'plan', value: 'pro' } }, 0],
    ['are both assigned and unassigned', { view: 'ALL', assigneeId: ada, unassigned: true }, 0],
    [
      'meet several conditions at once',
      { view: 'SOLVED', categoryId: delivery, unassigned: true, customerEmail: 'jane@example.com' },
      1,
    ],
  ])('%s', async (_name, part, count) => {
    const filter = { ...firstFilter, ...part }
    const numbers = (tickets: { number: number }[]) => tickets.map(({ number }) => number).sort()
    const served = numbers(await list(ticketFilter(filter)))
    expect(served).toHaveLength(count)
    expect(numbers(all.filter((ticket: Parameters<typeof matches>[0]) => matches(ticket, filter)))).toEqual(
      served,
    )
  })
})
