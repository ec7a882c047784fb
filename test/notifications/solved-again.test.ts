import { expect, test } from 'vitest'
import { someone, startEmailing } from '../support/emailing.ts'

const { company, idle, kindsTo } = await startEmailing()

test('a ticket that is reopened and solved again sends two emails', async () => {
  const { open, team } = await company()
  const jane = someone('jane')
  const ticketId = await open(jane)
  for (const status of ['SOLVED', 'OPEN', 'SOLVED']) {
    await idle()
    await team.run('setTicketStatus', { ticketId, status }, 'ticket { id }')
  }
  expect(await kindsTo(jane)).toEqual(['RECEIVED', 'SOLVED', 'SOLVED'])
})
