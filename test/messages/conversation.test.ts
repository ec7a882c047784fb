import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const ticket = 'ticket { id number status messageCount unreadCount preview }'

describe('a conversation', () => {
  test('goes from opened over answered and solved to reopened', async () => {
    const customer = await website.customer('jane@example.com')
    const operator = await website.operator()
    const opened = await customer.run('openTicket', { subject: 'Help', body: 'It *broke*.' }, ticket)
    expect(opened.ticket).toMatchObject({
      number: 1,
      status: 'OPEN',
      messageCount: 1,
      unreadCount: 0,
      preview: 'It broke.',
    })
    const { id: ticketId } = opened.ticket
    const answered = await operator.run(
      'reply',
      { ticketId, body: 'Try again.' },
      `newMessage { position via } ${ticket}`,
    )
    expect(answered).toMatchObject({
      newMessage: { position: 2, via: 'CONSOLE' },
      ticket: { status: 'PENDING', unreadCount: 0 },
    })
    const solved = await customer.run('setTicketStatus', { ticketId, status: 'SOLVED' }, ticket)
    expect(solved.ticket).toMatchObject({ status: 'SOLVED', unreadCount: 1 })
    const reopened = await customer.run('reply', { ticketId, body: 'Again!' }, ticket)
    expect(reopened.ticket).toMatchObject({ status: 'OPEN', messageCount: 3, unreadCount: 0 })
  })
})
