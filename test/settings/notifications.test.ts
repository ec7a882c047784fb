import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)

describe('an operator', () => {
  const own = '{ viewer { ... on Operator { notifications } } }'

  test.for(['ada@acme.com', 'olaf@acme.com'])('chooses which emails they get: %s', async (email) => {
    const client = await website.operator(email)
    expect(await client.ask(own)).toEqual({ viewer: { notifications: 'ALL' } })
    for (const notifications of ['ASSIGNED', 'NONE', 'ALL', 'ASSIGNED']) {
      const changed = await client.run(
        'setNotifications',
        { notifications },
        'operator { email notifications }',
      )
      expect(changed.operator).toEqual({ email, notifications })
      expect(await client.ask(own)).toEqual({ viewer: { notifications } })
    }
  })

  test('cannot choose for anybody else', async () => {
    const website = await createTestWebsite(origin, rootKey)
    await (await website.operator('olaf@acme.com')).run(
      'setNotifications',
      { notifications: 'NONE' },
      '__typename',
    )
    const { operators } = (await website.key.ask('{ website { operators { name notifications } } }')).website
    expect(operators).toEqual([
      { name: 'Ada', notifications: 'ALL' },
      { name: 'Olaf', notifications: 'NONE' },
    ])
  })

  test('has a choice that customers cannot see', async () => {
    const customer = await website.customer('jane@example.com')
    const { ticket } = await customer.run('openTicket', { subject: 'S', body: 'B' }, 'ticket { id }')
    await (await website.operator()).run('reply', { ticketId: ticket.id, body: 'Here' }, '__typename')
    const messages =
      'messages(first: 2) { edges { node { author { ... on Operator { name notifications } } } } }'
    const answer = await customer.ask(`query ($id: ID!) { ticket(id: $id) { ${messages} } }`, {
      id: ticket.id,
    })
    expect(answer.ticket.messages.edges[1].node.author).toEqual({ name: 'Ada', notifications: null })
  })
})
