import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { outcome } from '../support/outcome.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const website = await createTestWebsite(origin, rootKey)
const { key } = website
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
const fifty = upTo(50)
const nowhere = Buffer.from('Category:0193a2b0-7c1e-7d3a-9f00-64656d6f0001').toString('base64url')

function open(customerEmail: string, more = {}) {
  return key.run(
    'openTicket',
    { subject: 'Help', body: 'Please', customerEmail, ...more },
    'ticket { id number }',
  )
}

describe('with fifty concurrent writers', () => {
  test('tickets are numbered without gaps or repeats, however many are rolled back in between', async () => {
    const opened = await Promise.all(
      fifty.map(async (index) => {
        // An unknown category is noticed after a number was assigned.
        if (index % 5 === 0) return outcome(key, 'openTicket', { ...refused, subject: `No ${index}` })
        return (await open(`customer${index % 7}@example.com`)).ticket.number
      }),
    )
    expect(opened.filter((number) => number === 'NotFound')).toHaveLength(10)
    const numbers = opened.filter((number) => typeof number === 'number')
    expect(numbers.sort((one, two) => one - two)).toEqual(upTo(40))
    expect((await open('customer1@example.com')).ticket.number).toBe(41)
  })

  test('messages of one ticket are placed without gaps or repeats, however many are refused in between', async () => {
    const { ticket } = await open('jane@example.com', { body: '1' })
    const customer = await website.customer('jane@example.com')
    const stranger = await website.customer('eve@example.com')
    const first = { ticketId: ticket.id, body: 'x', idempotencyKey: 'taken' }
    await key.run('reply', first, 'newMessage { id }')
    const positions = await Promise.all(
      fifty.map(async (index) => {
        if (index % 10 === 0) return outcome(stranger, 'reply', { ticketId: ticket.id, body: 'Mine' })
        // A key that was used with another input is noticed inside the transaction.
        if (index % 10 === 5) return outcome(key, 'reply', { ...first, body: `y${index}` })
        const author = index % 2 === 0 ? customer : key
        const { newMessage } = await author.run(
          'reply',
          { ticketId: ticket.id, body: `Message ${index}` },
          'newMessage { position ticket { messageCount } }',
        )
        return newMessage.position
      }),
    )
    expect(positions.filter((position) => position === 'NotFound')).toHaveLength(5)
    expect(positions.filter((position) => position === 'Conflict')).toHaveLength(5)
    const { messages, messageCount } = (
      await key.ask(
        'query ($id: ID!) { ticket(id: $id) { messageCount messages(first: 100) { edges { node { position body } } } } }',
        { id: ticket.id },
      )
    ).ticket
    const kept = messages.edges.map((edge: { node: { position: number } }) => edge.node.position)
    expect(kept).toEqual(upTo(42))
    expect(messageCount).toBe(42)
    const answered = positions.filter((position) => typeof position === 'number')
    expect(answered.sort((one, two) => one - two)).toEqual(upTo(42).slice(2))
  })

  test('one new address becomes one customer, signed in or named by the team', async () => {
    const email = 'new@example.com'
    await Promise.all([
      ...fifty.map((index) => website.openSession(index % 2 === 0 ? email : 'New@Example.com')),
      ...upTo(10).map(() => open(' NEW@example.com')),
    ])
    const customers = await db.customer.findMany({
      where: { websiteId: website.websiteId, email: { contains: 'new' } },
    })
    expect(customers.map((customer) => customer.email)).toEqual([email])
    expect(await db.ticket.count({ where: { customerId: customers[0]?.id } })).toBe(10)
  })
})

const refused = { subject: 'No', body: 'No', customerEmail: 'customer1@example.com', categoryId: nowhere }
