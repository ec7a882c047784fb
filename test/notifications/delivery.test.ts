import { describe, expect, test } from 'vitest'
import { someone, startEmailing } from '../support/emailing.ts'

const { company, kindsTo, server } = await startEmailing()

describe.concurrent('a ticket', () => {
  test('by a customer is confirmed to them and sent to every operator', async () => {
    const { open, ada, olaf } = await company()
    const jane = someone('jane')
    await open(jane)
    expect(await kindsTo(jane)).toEqual(['RECEIVED'])
    for (const operator of [ada, olaf]) expect(await kindsTo(operator)).toEqual(['TEAM_OPENED'])
    for (const address of [jane, ada, olaf]) {
      const [email] = await server.count(address, 1)
      expect(email.recipients).toEqual([address])
      expect(email.text).toContain('It is on fire')
      expect(email.html).toContain('It is on fire')
      expect(email.replyTo, 'no domain of answers is set').toBeUndefined()
      expect(email.sender).toBe('tickets@example.test')
    }
  })

  test('opened by the team is only sent to its customer', async () => {
    const { team, key, ada, olaf } = await company()
    for (const author of [team, key]) {
      const jane = someone('jane')
      const input = { subject: 'Your order', body: 'It has left', customerEmail: jane }
      await author.run('openTicket', input, 'ticket { id }')
      expect(await kindsTo(jane)).toEqual(['REPLIED'])
      expect(server.to(jane)[0]?.text).toContain('It has left')
    }
    expect([...server.to(ada), ...server.to(olaf)]).toEqual([])
  })
})

describe.concurrent('a message', () => {
  test('by the team is sent to the customer and the participants, not to the team', async () => {
    const { open, reply, key, ada, olaf, acquaint } = await company()
    const [jane, paul] = [someone('jane'), someone('paul')]
    await acquaint(jane, paul)
    const ticketId = await open(jane, { participants: [paul] })
    expect(await kindsTo(paul)).toEqual(['INVITED'])
    await reply(ticketId, 'Use the extinguisher')
    await kindsTo(jane)
    await reply(ticketId, 'Best wishes from the program', key)
    expect(await kindsTo(jane)).toEqual(['RECEIVED', 'REPLIED', 'REPLIED'])
    expect(await kindsTo(paul)).toEqual(['INVITED', 'REPLIED', 'REPLIED'])
    for (const address of [jane, paul]) {
      const [, first, second] = await server.count(address, 3)
      expect(first?.text).toContain('Use the extinguisher')
      expect(first?.text).not.toContain('Best wishes')
      expect(second?.text).toContain('Best wishes from the program')
      expect(second?.text).not.toContain('extinguisher')
    }
    for (const operator of [ada, olaf]) expect(await kindsTo(operator)).toEqual(['TEAM_OPENED'])
  })

  test('by the customer is sent to operators and participants, not to the customer', async () => {
    const { open, reply, ada, customer, acquaint } = await company()
    const [jane, paul] = [someone('jane'), someone('paul')]
    await acquaint(jane, paul)
    const ticketId = await open(jane, { participants: [paul] })
    await kindsTo(ada)
    await reply(ticketId, 'Now the desk burns', await customer(jane))
    expect(await kindsTo(ada)).toEqual(['TEAM_OPENED', 'TEAM_REPLIED'])
    expect(await kindsTo(paul)).toEqual(['INVITED', 'REPLIED'])
    expect(await kindsTo(jane)).toEqual(['RECEIVED'])
    for (const address of [ada, paul]) {
      const [, email] = await server.count(address, 2)
      expect(email?.text).toContain('Now the desk burns')
    }
  })

  test('by a participant is sent to the customer, operators and the others, not to its author', async () => {
    const { open, reply, ada, customer, acquaint } = await company()
    const [jane, paul, pia] = [someone('jane'), someone('paul'), someone('pia')]
    await acquaint(jane, pia, paul)
    const author = await customer(paul)
    const ticketId = await open(jane, { participants: [paul, pia] })
    await kindsTo(ada)
    await reply(ticketId, 'I see smoke', author)
    expect(await kindsTo(jane)).toEqual(['RECEIVED', 'REPLIED'])
    expect(await kindsTo(pia)).toEqual(['INVITED', 'REPLIED'])
    expect(await kindsTo(ada)).toEqual(['TEAM_OPENED', 'TEAM_REPLIED'])
    expect(await kindsTo(paul)).toEqual(['INVITED'])
    expect(server.to(jane)[1]?.text).toContain('I see smoke')
  })
})

describe.concurrent('nobody is emailed what they wrote themselves', () => {
  test('as an operator who is the ticket’s customer', async () => {
    const { open, reply, ada, olaf, team } = await company()
    const ticketId = await open(ada)
    expect(await kindsTo(olaf)).toEqual(['TEAM_OPENED'])
    expect(await kindsTo(ada), 'the confirmation to the customer').toEqual(['RECEIVED'])
    await reply(ticketId, 'I answer myself', team)
    expect(await kindsTo(ada)).toEqual(['RECEIVED'])
    expect(await kindsTo(olaf)).toEqual(['TEAM_OPENED'])
  })

  test('as an operator who is a participant', async () => {
    const { open, reply, olaf, operator, customer } = await company()
    const jane = someone('jane')
    const ticketId = await open(jane, { participants: [olaf] })
    expect((await kindsTo(olaf)).sort()).toEqual(['INVITED', 'TEAM_OPENED'])
    await reply(ticketId, 'As an operator', await operator(olaf))
    await reply(ticketId, 'As a participant', await customer(olaf))
    expect((await kindsTo(jane))[1]).toBe('REPLIED')
    expect(await kindsTo(olaf)).toHaveLength(2)
  })
})

test('an email of one website never goes to an operator of another', async () => {
  const [one, other] = [await company(), await company()]
  await one.open(someone('jane'))
  expect(await kindsTo(one.ada)).toEqual(['TEAM_OPENED'])
  expect([...server.to(other.ada), ...server.to(other.olaf)]).toEqual([])
})
