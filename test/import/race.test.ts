import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'
import { imported, oldTicket } from './ticket.ts'

const { origin, rootKey } = await startApp()
const { key } = await createTestWebsite(origin, rootKey)
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

test('numbers and positions have no gaps beside live traffic, and a ticket in several calls is written once', async () => {
  const shared = upTo(10).map(() => oldTicket())
  const bad = oldTicket({ subject: '' })
  const open = async (index: number) => {
    const input = { subject: 'Help', body: 'Please', customerEmail: `joe${index}@example.com` }
    const { ticket } = await key.run('openTicket', input, 'ticket { id number }')
    await key.run('reply', { ticketId: ticket.id, body: 'More' }, '__typename')
    return ticket.number as number
  }
  const move = async () => {
    const tickets = [...upTo(5).map(() => oldTicket()), bad, ...shared]
    const results = (await key.run('importTickets', { tickets }, imported)).imported
    return results
      .filter(({ created }: { created: boolean }) => created)
      .map(({ ticket }: { ticket: { number: number } }) => ticket.number)
  }
  const numbers: number[] = (await Promise.all([...upTo(20).map(open), ...upTo(4).map(move)])).flat()
  expect(numbers.sort((one, other) => one - other)).toEqual(upTo(20 + 4 * 5 + 10))
  const { tickets } = await key.ask(
    '{ tickets(first: 100) { edges { node { number messages(first: 9) { edges { node { position } } } } } } }',
  )
  expect(tickets.edges).toHaveLength(50)
  for (const { node } of tickets.edges)
    expect(node.messages.edges.map((edge: { node: { position: number } }) => edge.node.position)).toEqual([
      1, 2,
    ])
  const { events } = await key.ask(
    '{ events(first: 100) { edges { node { cursor } } pageInfo { hasNextPage } } }',
  )
  expect(events.edges).toHaveLength(100)
})
