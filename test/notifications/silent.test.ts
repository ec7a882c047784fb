import { describe, expect, test } from 'vitest'
import { someone, startEmailing } from '../support/emailing.ts'

const { company, kindsTo, pass, server } = await startEmailing()
const delay = 3_000
const { open, key, ada } = await company({ emailDelaySeconds: delay })
const reply = (ticketId: string, body: string, more: object = {}) =>
  key.run('reply', { ticketId, body, ...more }, 'newMessage { id }')

describe('a reply without notification', () => {
  test.each(['OPEN', 'SOLVED'])('sends no email, with status %s', async (status) => {
    const email = someone('jane')
    const ticketId = await open(email)
    await reply(ticketId, 'Silent advice', { status, notify: false })
    await pass(ticketId, delay + 1)
    expect(await kindsTo(email)).toEqual(['RECEIVED'])
    await reply(ticketId, 'Spoken advice')
    await pass(ticketId, delay + 1)
    expect(await kindsTo(email)).toEqual(['RECEIVED', 'REPLIED'])
    const [, arrived] = await server.count(email, 2)
    expect(arrived?.text).toContain('Spoken')
    expect(arrived?.text).not.toContain('Silent')
  })
})

test('operators are emailed about the customer’s words from a program, unless told not to', async () => {
  const email = someone('jane')
  const ticketId = await open(email)
  await pass(ticketId, delay + 1)
  const sent = async () => (await kindsTo(ada)).filter((kind) => kind === 'TEAM_REPLIED').length
  const before = await sent()
  await reply(ticketId, 'Not this', { asCustomer: true, notify: false })
  await pass(ticketId, delay + 1)
  expect(await sent()).toBe(before)
  await reply(ticketId, 'But this', { asCustomer: true })
  await pass(ticketId, delay + 1)
  expect(await sent()).toBe(before + 1)
})
