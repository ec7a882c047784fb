import { describe, expect, test } from 'vitest'
import { someone, startEmailing } from '../support/emailing.ts'
import { type Arrived, header } from '../support/mail-server.ts'

const { company, kindsTo, fates, server } = await startEmailing()

/** Address that an email program posts to when its user unsubscribes. */
function unsubscribeUrl(email: Arrived): string {
  return String(header(email, 'List-Unsubscribe')[0]).slice(1, -1)
}

const post = (url: string, form: Record<string, string>) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })
const oneClick = { 'List-Unsubscribe': 'One-Click' }

describe.concurrent('one-click unsubscribe', () => {
  test('stops the emails of one ticket, not of others', async () => {
    const { open, reply } = await company()
    const jane = someone('jane')
    const [muted, other] = [await open(jane, { subject: 'One' }), await open(jane, { subject: 'Two' })]
    await kindsTo(jane)
    const email = server.to(jane).find(({ subject }) => subject?.includes('One')) as Arrived
    expect((await post(unsubscribeUrl(email), oneClick)).ok).toBe(true)
    await reply(muted, 'Not told')
    await reply(other, 'Told')
    expect(await kindsTo(jane)).toEqual(['RECEIVED', 'RECEIVED', 'REPLIED'])
    expect(server.to(jane)[2]?.text).toContain('Told')
    expect(await fates(jane), 'none was dropped: none was written').toHaveLength(3)
  })

  test('stops the emails of one ticket for one reader', async () => {
    const { open, reply, ada, olaf, acquaint, customer } = await company()
    const [jane, paul] = [someone('jane'), someone('paul')]
    await acquaint(jane, paul)
    const ticketId = await open(jane, { participants: [paul] })
    await kindsTo(jane)
    for (const address of [paul, olaf]) {
      const [email] = await server.count(address, 1)
      await post(unsubscribeUrl(email), oneClick)
    }
    await reply(ticketId, 'It burns', await customer(jane))
    await kindsTo(ada)
    await reply(ticketId, 'Use the extinguisher')
    expect(await kindsTo(ada)).toEqual(['TEAM_OPENED', 'TEAM_REPLIED'])
    expect(await kindsTo(jane)).toEqual(['RECEIVED', 'REPLIED'])
    expect(await kindsTo(paul)).toEqual(['INVITED'])
    expect(await kindsTo(olaf)).toEqual(['TEAM_OPENED'])
  })

  test('can be undone, for new messages but not for those in between', async () => {
    const { open, reply } = await company()
    const jane = someone('jane')
    const ticketId = await open(jane)
    await kindsTo(jane)
    const [email] = await server.count(jane, 1)
    await post(unsubscribeUrl(email), oneClick)
    await reply(ticketId, 'Not told')
    expect(await kindsTo(jane)).toEqual(['RECEIVED'])
    await post(unsubscribeUrl(email), { unmute: 'ticket' })
    await reply(ticketId, 'Told again')
    expect(await kindsTo(jane)).toEqual(['RECEIVED', 'REPLIED'])
    expect(server.to(jane)[1]?.text).toContain('Told again')
    expect(server.to(jane)[1]?.text).not.toContain('Not told')
  })
})

describe.concurrent('muting everything', () => {
  test('stops emails on all tickets of the website, also new ones, but not of other websites', async () => {
    const [here, elsewhere] = [await company(), await company()]
    const jane = someone('jane')
    const first = await here.open(jane)
    await kindsTo(jane)
    const [email] = await server.count(jane, 1)
    await post(unsubscribeUrl(email), { mute: 'all' })
    await here.reply(first, 'Not told')
    const second = await here.open(jane)
    await here.reply(second, 'Neither')
    expect(await kindsTo(jane)).toEqual(['RECEIVED'])
    await elsewhere.open(jane)
    expect(await kindsTo(jane)).toEqual(['RECEIVED', 'RECEIVED'])
  })

  test('can be undone, for new messages but not for those in between', async () => {
    const { open, reply, key } = await company()
    const jane = someone('jane')
    await open(jane)
    await kindsTo(jane)
    const [email] = await server.count(jane, 1)
    await post(unsubscribeUrl(email), { mute: 'all' })
    const input = { subject: 'Order', body: 'Not told', customerEmail: jane }
    const { ticket } = await key.run('openTicket', input, 'ticket { id }')
    expect(await kindsTo(jane)).toEqual(['RECEIVED'])
    await post(unsubscribeUrl(email), { unmute: 'all' })
    await reply(ticket.id, 'Told again')
    expect(await kindsTo(jane)).toEqual(['RECEIVED', 'REPLIED'])
    expect(server.to(jane)[1]?.text).toContain('Told again')
    expect(server.to(jane)[1]?.text).not.toContain('Not told')
  })

  test('stops invitations, too', async () => {
    const { open, customer, ada } = await company()
    const paul = someone('paul')
    await customer(paul)
    await open(someone('jane'), { participants: [paul] })
    await kindsTo(paul)
    const [email] = await server.count(paul, 1)
    await post(unsubscribeUrl(email), { mute: 'all' })
    await open(someone('jane'), { participants: [paul] })
    expect(await kindsTo(ada)).toHaveLength(2)
    expect(await kindsTo(paul)).toEqual(['INVITED'])
  })

  test('sets an operator’s notifications to none', async () => {
    const { open, operator, ada, olaf } = await company()
    await open(someone('jane'))
    await kindsTo(olaf)
    const [email] = await server.count(olaf, 1)
    await post(unsubscribeUrl(email), { mute: 'all' })
    const { viewer } = await (await operator(olaf)).ask('{ viewer { ... on Operator { notifications } } }')
    expect(viewer).toEqual({ notifications: 'NONE' })
    await open(someone('jane'))
    expect(await kindsTo(ada)).toHaveLength(2)
    expect(await kindsTo(olaf)).toHaveLength(1)
  })
})
