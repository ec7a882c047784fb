import { describe, expect, test } from 'vitest'
import { someone, startEmailing } from '../support/emailing.ts'
import { idle } from '../support/jobs.ts'
import { startReceiver } from '../support/webhook-receiver.ts'
import { addEndpoint, deliveriesOf } from '../support/webhooks.ts'
import { imported, oldMessage, oldTicket } from './ticket.ts'

const { company, kindsTo, server } = await startEmailing()
const { db } = await import('../../server/database/db.ts')

const anHourAgo = new Date(Date.now() - 3_600_000).toISOString()
const lately = { createdAt: anHourAgo, messages: [oldMessage('It is on fire', anHourAgo)] }

describe('an import', () => {
  test('emails nobody and sends no webhook, also not when something happens elsewhere later', async () => {
    const [{ key, ada, olaf, websiteId, open }, receiver] = [await company(), await startReceiver()]
    const [email, participant] = [someone('jane'), someone('pat')]
    const { id: endpoint } = await addEndpoint(key, receiver.url('/hook'))
    // The endpoint is older than what is imported.
    await db.webhookEndpoint.updateMany({ where: { websiteId }, data: { createdAt: new Date(0) } })
    const people = { customer: { email }, participants: [participant], assigneeEmail: olaf }
    const answered = [
      ...lately.messages,
      oldMessage('Use water', anHourAgo, { kind: 'OPERATOR', email: ada }),
    ]
    const tickets = [
      oldTicket({ ...people, ...lately, status: 'OPEN' }),
      oldTicket({ ...people, ...lately, status: 'PENDING', messages: answered }),
      oldTicket({ ...people, ...lately, status: 'SOLVED', messages: answered, solvedAt: anHourAgo }),
    ]
    await key.run('importTickets', { tickets }, imported)
    await idle()
    const other = someone('kim')
    await open(other)
    await receiver.count('/hook', 2)
    expect(await kindsTo(other)).toEqual(['RECEIVED'])
    expect(await kindsTo(email)).toEqual([])
    expect(await kindsTo(participant)).toEqual([])
    expect(await kindsTo(olaf)).toEqual(['TEAM_OPENED'])
    expect(await deliveriesOf(key, endpoint)).toHaveLength(2)
    const { events } = await key.ask('{ events(first: 100) { edges { node { id } } } }')
    expect(events.edges).toHaveLength(3 * 2 + 2 * 2 + 1 + 2)
  })

  test('emails and sends webhooks if it is asked to notify', async () => {
    const [{ key, ada }, receiver] = [await company(), await startReceiver()]
    const email = someone('jane')
    await addEndpoint(key, receiver.url('/hook'))
    const messages = [
      ...lately.messages,
      oldMessage('Use water', anHourAgo, { kind: 'OPERATOR', email: ada }),
    ]
    const ticket = oldTicket({ ...lately, customer: { email }, status: 'PENDING', messages })
    await key.run('importTickets', { tickets: [ticket], notify: true }, imported)
    const types = (await receiver.count('/hook', 4)).map(({ body }) => JSON.parse(body).type)
    expect(types.sort()).toEqual(['message.posted', 'message.posted', 'status.changed', 'ticket.opened'])
    expect(await kindsTo(email)).toContain('REPLIED')
  })

  test('is followed by emails about what happens to the ticket from then on, and only about that', async () => {
    const { key, ada, reply } = await company()
    const email = someone('jane')
    const messages = [
      ...lately.messages,
      oldMessage('Use water', anHourAgo, { kind: 'OPERATOR', email: ada }),
    ]
    const ticket = oldTicket({ ...lately, customer: { email }, status: 'SOLVED', messages })
    const [{ ticket: made }] = (await key.run('importTickets', { tickets: [ticket] }, imported)).imported
    await reply(made.id, 'Is it out?')
    expect(await kindsTo(email)).toEqual(['REPLIED'])
    const texts = server.to(email).map(({ text }) => text)
    expect(texts).toEqual([expect.stringContaining('Is it out?')])
    expect(texts[0]).not.toContain('Use water')
  })
})
