import { describe, expect, test } from 'vitest'
import type { Client } from '../support/client.ts'
import { someone, startEmailing } from '../support/emailing.ts'
import type { Arrived } from '../support/mail-server.ts'

const { company, kindsTo, idle, server, origin } = await startEmailing()

/** Words by customers, which must not be in an invitation to a stranger. */
const written = { subject: 'Cheap watches', body: 'Buy them at evil.example' }

function expectNothingWritten(email: Arrived) {
  expect(email.raw).not.toMatch(/watches|evil|viagra/i)
  expect(`${email.subject} ${email.text} ${email.html}`).not.toMatch(/watches|evil|viagra/i)
}

/** Accepts an invitation by its link. */
async function confirm(email: Arrived) {
  const [url] = /http\S+\/mail\/confirm\/[0-9a-f]+/.exec(email.text ?? '') ?? []
  const response = await fetch(String(url), { method: 'POST', redirect: 'manual' })
  expect(response.status).toBe(303)
}

const remove = (client: Client, ticketId: string, email: string) =>
  client.run('removeParticipant', { ticketId, email }, 'ticket { id }')
const add = (client: Client, ticketId: string, email: string) =>
  client.run('addParticipant', { ticketId, email }, 'ticket { id }')

describe.concurrent('a stranger who is added as a participant', () => {
  test('gets one email, without anything that anybody wrote', async () => {
    const { open, reply, customer, team } = await company()
    const [jane, paul] = [someone('jane'), someone('paul')]
    const client = await customer(jane, { nickname: 'Viagra' })
    const ticketId = await open(jane, { ...written, participants: [paul] })
    expect(await kindsTo(paul)).toEqual(['INVITED'])
    const [invitation] = await server.count(paul, 1)
    for (const part of [invitation.html, invitation.text]) expect(part).toContain(`${origin}/mail/confirm/`)
    expectNothingWritten(invitation)
    await reply(ticketId, 'Evil news', client)
    await reply(ticketId, 'Evil answer', team)
    await team.run('setTicketStatus', { ticketId, status: 'SOLVED' }, 'ticket { id }')
    expect(await kindsTo(jane)).toContain('SOLVED')
    expect(await kindsTo(paul)).toEqual(['INVITED'])
  })

  test('gets one email, however often they are removed and added again', async () => {
    const { open, customer } = await company()
    const [jane, paul, late] = [someone('jane'), someone('paul'), someone('late')]
    const client = await customer(jane)
    const ticketId = await open(jane, { ...written, participants: [paul] })
    expect(await kindsTo(paul)).toEqual(['INVITED'])
    for (let times = 0; times < 3; times++) {
      await remove(client, ticketId, paul)
      await add(client, ticketId, paul)
    }
    await add(client, ticketId, late)
    expect(await kindsTo(late)).toEqual(['INVITED'])
    expect(await kindsTo(paul)).toEqual(['INVITED'])
    for (const address of [paul, late]) expectNothingWritten((await server.count(address, 1))[0])
  })

  test('who accepts gets everything since they were added', async () => {
    const { open, reply, customer } = await company()
    const [jane, paul] = [someone('jane'), someone('paul')]
    const client = await customer(jane)
    const ticketId = await open(jane, { subject: 'Printer', body: 'Written before' })
    await add(client, ticketId, paul)
    await reply(ticketId, 'Written after', client)
    await reply(ticketId, 'And an answer')
    expect(await kindsTo(paul)).toEqual(['INVITED'])
    await confirm((await server.count(paul, 1))[0])
    expect(await kindsTo(paul)).toEqual(['INVITED', 'REPLIED'])
    const [, email] = await server.count(paul, 2)
    expect(email?.text).toContain('Written after')
    expect(email?.text).toContain('And an answer')
    expect(email?.text).not.toContain('Written before')
    await reply(ticketId, 'From now on as usual')
    expect(await kindsTo(paul)).toEqual(['INVITED', 'REPLIED', 'REPLIED'])
  })

  test('who accepts for one customer stays a stranger to the next', async () => {
    const { open } = await company()
    const paul = someone('paul')
    await open(someone('jane'), { ...written, participants: [paul] })
    await kindsTo(paul)
    await confirm((await server.count(paul, 1))[0])
    expect(await kindsTo(paul)).toEqual(['INVITED', 'REPLIED'])
    await open(someone('jane'), { ...written, participants: [paul] })
    expect(await kindsTo(paul)).toEqual(['INVITED', 'REPLIED', 'INVITED'])
    expectNothingWritten((await server.count(paul, 3))[2] as Arrived)
  })
})

describe.concurrent('a customer who is added as a participant', () => {
  test('gets nothing that the inviter wrote before they have accepted one of their invitations', async () => {
    const { open, reply, customer } = await company()
    const [mallory, jane, paul] = [someone('mallory'), someone('jane'), someone('paul')]
    await customer(paul)
    await open(paul)
    expect(await kindsTo(paul)).toEqual(['RECEIVED'])
    const first = await open(mallory, { ...written, participants: [paul] })
    expect(await kindsTo(paul)).toEqual(['RECEIVED', 'INVITED'])
    const [, invitation] = (await server.count(paul, 2)) as [Arrived, Arrived]
    expectNothingWritten(invitation)
    const second = await open(mallory, { ...written, participants: [paul] })
    await reply(first, 'Evil news', await customer(mallory))
    await reply(second, 'Evil answer')
    expect(await kindsTo(paul)).toEqual(['RECEIVED', 'INVITED', 'INVITED'])
    await confirm(invitation)
    expect((await kindsTo(paul)).slice(3)).toEqual(['REPLIED', 'REPLIED'])
    await open(mallory, { subject: 'Third', body: 'At once', participants: [paul] })
    expect((await kindsTo(paul)).slice(5)).toEqual(['INVITED'])
    expect(server.to(paul).at(-1)?.text).toContain('At once')
    expect(server.to(paul).at(-1)?.text).not.toContain('/mail/confirm/')
    await open(jane, { ...written, participants: [paul] })
    await kindsTo(paul)
    expectNothingWritten(server.to(paul).at(-1) as Arrived)
  })

  test('accepts by writing in the ticket', async () => {
    const { open, reply, customer } = await company()
    const [jane, paul] = [someone('jane'), someone('paul')]
    const ticketId = await open(jane, { participants: [paul] })
    expect(await kindsTo(paul)).toEqual(['INVITED'])
    await reply(ticketId, 'Here I am', await customer(paul))
    await idle()
    await reply(ticketId, 'Welcome')
    expect(await kindsTo(paul)).toEqual(['INVITED', 'REPLIED'])
    await open(jane, { subject: 'Next', body: 'You know me', participants: [paul] })
    await kindsTo(paul)
    expect(server.to(paul).at(-1)?.text).toContain('You know me')
  })

  test('who accepts on one website stays a stranger on another', async () => {
    const [here, elsewhere] = [await company(), await company()]
    const [jane, paul] = [someone('jane'), someone('paul')]
    await elsewhere.acquaint(jane, paul)
    const ticketId = await here.open(jane, { ...written, participants: [paul] })
    expect(await kindsTo(paul)).toEqual(['INVITED'])
    await here.reply(ticketId, 'Nothing for Paul')
    expect(await kindsTo(paul)).toEqual(['INVITED'])
    expectNothingWritten((await server.count(paul, 1))[0])
  })
})

describe.concurrent('a participant', () => {
  test('gets nothing more after being removed', async () => {
    const { open, reply, customer } = await company()
    const [jane, paul] = [someone('jane'), someone('paul')]
    await customer(paul)
    const ticketId = await open(jane, { participants: [paul] })
    expect(await kindsTo(paul)).toEqual(['INVITED'])
    await remove(await customer(jane), ticketId, paul)
    await reply(ticketId, 'Without Paul')
    expect(await kindsTo(jane)).toEqual(['RECEIVED', 'REPLIED'])
    expect(await kindsTo(paul)).toEqual(['INVITED'])
  })

  test('gets nothing if the website has participants turned off', async () => {
    const { open, customer, ada } = await company({ participantsEnabled: false })
    const paul = someone('paul')
    await customer(paul)
    await open(someone('jane'), { participants: [paul] })
    expect(await kindsTo(ada)).toEqual(['TEAM_OPENED'])
    expect(server.to(paul)).toEqual([])
  })
})
