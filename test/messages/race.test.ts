import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { outcome } from '../support/outcome.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const { key } = website
const jane = await website.customer('jane@example.com')

test('concurrent mutations of all kinds keep conversations in order, without internal errors', async () => {
  const categories = await Promise.all(
    Array.from({ length: 5 }, async (_, at) => {
      return (await key.run('createCategory', { name: `C${at}` }, 'category { id }')).category.id as string
    }),
  )
  const tickets = await Promise.all(
    Array.from({ length: 5 }, async (_, at) => {
      return (await jane.run('openTicket', { subject: `T${at}`, body: '1' }, 'ticket { id }')).ticket
        .id as string
    }),
  )
  const work = Array.from({ length: 30 }, (_, at) => {
    const [ticketId, categoryId] = [tickets[at % 5], categories[at % 5]]
    return [
      outcome(jane, 'openTicket', { subject: 'New', body: '1', categoryId }),
      outcome(at % 2 ? jane : key, 'reply', { ticketId, body: `${at}` }),
      outcome(key, 'setTicketStatus', { ticketId, status: at % 2 ? 'SOLVED' : 'OPEN' }),
      outcome(key, 'setTicketCategory', { ticketId, categoryId }),
      ...(at % 6 === 0 ? [outcome(key, 'deleteCategory', { id: categories[at / 6] })] : []),
    ]
  })
  const results = new Set(await Promise.all(work.flat()))
  expect([...results].filter((result) => !/Payload$|^NotFound$/.test(result))).toEqual([])

  const { tickets: list } = await key.ask(
    '{ tickets(first: 100) { edges { node { id number messageCount } } } }',
  )
  const nodes: { id: string; number: number; messageCount: number }[] = list.edges.map(
    ({ node }: { node: object }) => node,
  )
  expect(nodes.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(nodes.map((_, at) => at + 1))
  for (const { id, messageCount } of nodes) {
    const query = `query ($id: ID!) { ticket(id: $id) {
      messages(first: 100) { edges { node { position createdAt } } }
    } }`
    const { edges } = (await key.ask(query, { id })).ticket.messages
    const found: { position: number; createdAt: string }[] = edges.map(({ node }: { node: object }) => node)
    expect(found.map(({ position }) => position)).toEqual(found.map((_, at) => at + 1))
    expect(found).toHaveLength(messageCount)
    const times = found.map(({ createdAt }) => Date.parse(createdAt))
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  }
})
