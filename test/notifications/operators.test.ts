import { describe, expect, test } from 'vitest'
import { someone, startEmailing } from '../support/emailing.ts'
import { load } from '../support/page.ts'

const { company, kindsTo, fates, pass, server, db, idle } = await startEmailing()
const delay = 3_000

/** A company with Ada, who gets all emails, and Olaf, who chose this. */
async function office(notifications: string, data: object = {}) {
  const made = await company(data)
  const client = await made.operator(made.olaf)
  await client.run('setNotifications', { notifications }, 'operator { id }')
  const { id } = (await client.ask('{ viewer { ... on Operator { id } } }')).viewer
  const assign = (ticketId: string, operatorId: string | null = id) =>
    made.team.run('assignTicket', { ticketId, operatorId }, 'ticket { id }')
  return { ...made, assign }
}

describe.concurrent('an operator', () => {
  test('with notifications turned off gets no emails', async () => {
    const { open, ada, olaf, assign } = await office('NONE')
    await assign(await open(someone('jane')))
    expect(await kindsTo(ada)).toEqual(['TEAM_OPENED'])
    expect(server.to(olaf)).toEqual([])
  })

  test('with notifications for assigned tickets gets only those', async () => {
    const { open, reply, customer, ada, olaf, assign } = await office('ASSIGNED')
    const jane = someone('jane')
    const [mine, other] = [await open(jane), await open(jane)]
    expect(await kindsTo(ada)).toEqual(['TEAM_OPENED', 'TEAM_OPENED'])
    expect(server.to(olaf)).toEqual([])
    await assign(mine)
    expect(await kindsTo(olaf)).toEqual(['TEAM_OPENED'])
    const client = await customer(jane)
    await reply(other, 'Not for Olaf', client)
    await reply(mine, 'For Olaf', client)
    expect(await kindsTo(olaf)).toEqual(['TEAM_OPENED', 'TEAM_REPLIED'])
    expect(server.to(olaf)[1]?.text).toContain('For Olaf')
    expect(server.to(olaf)[1]?.text).not.toContain('Not for')
    expect(await fates(olaf), 'none was dropped: none was written').toHaveLength(2)
  })

  test('is emailed if assigned within the delay, and not if unassigned', async () => {
    const { open, olaf, assign } = await office('ASSIGNED', { emailDelaySeconds: delay })
    const jane = someone('jane')
    const [gained, lost] = [await open(jane), await open(jane)]
    await assign(lost)
    await assign(lost, null)
    await assign(gained)
    await pass(gained, delay + 1)
    await pass(lost, delay + 1)
    expect(await kindsTo(olaf)).toEqual(['TEAM_OPENED'])
    expect(await ticketsOf(olaf)).toEqual([gained])
  })

  test('is emailed a ticket that is assigned to them long after it was written', async () => {
    const { open, olaf, assign } = await office('ASSIGNED', { emailDelaySeconds: delay })
    const ticketId = await open(someone('jane'))
    await pass(ticketId, delay + 1)
    expect(await kindsTo(olaf)).toEqual([])
    await assign(ticketId)
    await pass(ticketId, delay + 1)
    expect(await kindsTo(olaf)).toEqual(['TEAM_OPENED'])
  })

  test('gets nothing that the team has read', async () => {
    const { open, reply, ada, olaf, team, customer } = await office('ALL', { emailDelaySeconds: delay })
    const jane = someone('jane')
    const ticketId = await open(jane)
    await team.run('markTicketRead', { ticketId, position: 1 }, 'ticket { id }')
    await pass(ticketId, delay + 1)
    expect([...(await fates(ada)), ...(await fates(olaf))]).toEqual([])
    await reply(ticketId, 'It still burns', await customer(jane))
    await pass(ticketId, delay + 1)
    for (const operator of [ada, olaf]) {
      expect(await kindsTo(operator)).toEqual(['TEAM_REPLIED'])
      expect(server.to(operator)[0]?.text).not.toContain('on fire')
    }
  })

  test('who is also a participant gets each message once', async () => {
    const { open, reply, customer, ada, olaf, acquaint } = await company()
    const jane = someone('jane')
    await acquaint(jane, olaf)
    const ticketId = await open(jane, { participants: [olaf] })
    expect(await kindsTo(olaf)).toEqual(['INVITED'])
    await reply(ticketId, 'It still burns', await customer(jane))
    expect(await kindsTo(olaf)).toEqual(['INVITED', 'REPLIED'])
    expect(await kindsTo(ada)).toEqual(['TEAM_OPENED', 'TEAM_REPLIED'])
  })

  test('who has not accepted an invitation to a ticket is emailed as part of the team', async () => {
    const { open, reply, customer, olaf } = await company()
    const jane = someone('jane')
    const ticketId = await open(jane, { participants: [olaf] })
    expect((await kindsTo(olaf)).toSorted()).toEqual(['INVITED', 'TEAM_OPENED'])
    await reply(ticketId, 'It still burns', await customer(jane))
    expect((await kindsTo(olaf)).toSorted()).toEqual(['INVITED', 'TEAM_OPENED', 'TEAM_REPLIED'])
  })
})

describe.concurrent('a new operator', () => {
  test('gets an invitation that signs them in once, within a day', async () => {
    const { websiteId, team } = await company()
    const bob = someone('bob')
    await team.run('addOperator', { name: 'Bob', email: bob, role: 'AGENT' }, 'operator { id }')
    const [email] = await server.count(bob, 1)
    expect(email.subject).toBe('You were added to the Acme team')
    const { expiresAt } = await db.signInLink.findFirstOrThrow({ where: { websiteId, email: bob } })
    expect(expiresAt.getTime() - Date.now()).toBeGreaterThan(23 * 60 * 60_000)
    const link = /https?:\S+/.exec(email.text ?? '')?.[0] ?? ''
    expect(await load(link)).toMatchObject({ status: 303 })
    expect(await load(link)).toMatchObject({ status: 401 })
  })

  test('gets none if they already are one, and another if they are re-added', async () => {
    const { team } = await company()
    const bob = someone('bob')
    const input = { name: 'Bob', email: bob, role: 'AGENT' }
    const { operator } = await team.run('addOperator', input, 'operator { id }')
    expect(await team.attempt('addOperator', input)).toMatchObject({ code: 'OPERATOR_EXISTS' })
    await server.count(bob, 1)
    await team.run('removeOperator', { id: operator.id }, 'operator { id }')
    await team.run('addOperator', input, 'operator { id }')
    await server.count(bob, 2)
    await idle()
    expect(server.to(bob)).toHaveLength(2)
  })
})

/** Tickets that an address got emails about. */
async function ticketsOf(email: string): Promise<string[]> {
  const threads = await db.emailThread.findMany({ where: { email, emails: { some: { state: 'SENT' } } } })
  return threads.map(({ ticketId }) => Buffer.from(`Ticket:${ticketId}`).toString('base64url'))
}
