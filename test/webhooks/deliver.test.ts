import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { type Arrival, startReceiver } from '../support/webhook-receiver.ts'
import { addEndpoint, deliveriesOf, openTicket } from '../support/webhooks.ts'
import { createTestWebsite } from '../support/website.ts'
import { conforms } from './conforms.ts'

const { origin, rootKey } = await startApp()
const { webhookSchemas } = await import('../../.config/webhook-schemas.ts')
const { wants } = await import('../../server/webhooks/wanted.ts')
const { eventNames } = await import('../../server/tickets/events/ticket-event.ts')
const { kinds } = await import('../../server/webhooks/payload/event.ts')
const { typeSelection } = await import('./type-selection.ts')

const newWebsite = () => createTestWebsite(origin, rootKey)
const byType = (arrivals: Arrival[]) =>
  Object.fromEntries(arrivals.map((arrival) => [JSON.parse(arrival.body).type as string, arrival]))

describe('an event', () => {
  test('is posted to an endpoint with its ticket and message, signed, under its own id', async () => {
    const [{ key }, receiver] = [await newWebsite(), await startReceiver()]
    const { secret } = await addEndpoint(key, receiver.url('/hook'))
    const { id, number } = await openTicket(key)
    const arrivals = byType(await receiver.count('/hook', 2))
    const { events } = await key.ask('{ events { edges { node { id __typename } } } }')
    const idOf = (type: string) =>
      events.edges.find(({ node }: { node: { __typename: string } }) => node.__typename === type).node.id
    expect(arrivals['ticket.opened']?.id).toBe(idOf('TicketOpened'))
    const posted = arrivals['message.posted'] as Arrival
    expect(posted.headers['content-type']).toBe('application/json')
    expect(new Webhook(secret).verify(posted.body, posted.headers as Record<string, string>)).toMatchObject({
      type: 'message.posted',
      version: '2026-12-01',
      data: {
        event: { id: idOf('MessagePosted'), type: 'MESSAGE_POSTED', actor: { kind: 'INTEGRATION' } },
        ticket: { id, number, status: 'PENDING', customer: { email: 'jane@example.com' } },
        message: { position: 1, body: 'Please', author: { kind: 'INTEGRATION' }, via: 'API' },
      },
    })
    expect(posted.id).toBe(idOf('MessagePosted'))
  })

  test('of every type is described by the types of the API and by a JSON Schema', async () => {
    const [website, receiver] = [await newWebsite(), await startReceiver()]
    const { key } = website
    await key.run('updateWebsite', { participantsEnabled: true }, '__typename')
    const { category } = await key.run('createCategory', { name: 'Billing' }, 'category { id }')
    const field = { categoryId: category.id, name: 'plan', label: 'Plan', type: 'TEXT' }
    await key.run('createCategoryField', field, '__typename')
    const { id: endpointId } = await addEndpoint(key, receiver.url('/all'), {
      events: [...eventNames.keys()],
    })
    const { id: ticketId } = await openTicket(key)
    const { website: seen } = await key.ask('{ website { operators { id } } }')
    await key.run('assignTicket', { ticketId, operatorId: seen.operators[0].id }, '__typename')
    await key.run('setTicketCategory', { ticketId, categoryId: category.id }, '__typename')
    await key.run('setTicketFields', { ticketId, fields: [{ name: 'plan', value: 'Pro' }] }, '__typename')
    const participant = { ticketId, email: 'joe@example.com' }
    await key.run('addParticipant', participant, '__typename')
    await key.run('removeParticipant', participant, '__typename')
    await key.run('setTicketStatus', { ticketId, status: 'SOLVED' }, '__typename')
    const jane = await website.customer('jane@example.com')
    await jane.run('rateTicket', { ticketId, score: 'GOOD' }, '__typename')
    await key.run('addNote', { ticketId, body: 'Check' }, '__typename')
    const { draft } = await key.run('proposeReply', { ticketId, body: 'Try this' }, 'draft { id }')
    await key.run('discardReply', { id: draft.id }, '__typename')
    await key.run('sendTestWebhook', { id: endpointId }, '__typename')
    const arrivals = byType(await receiver.count('/all', eventNames.size + 1))
    expect(Object.keys(arrivals).sort()).toEqual(
      Object.keys(webhookSchemas)
        .map((file) => file.replace('.json', ''))
        .sort(),
    )
    for (const [type, { body }] of Object.entries(arrivals)) {
      const file = join(import.meta.dirname, `../../docs/webhooks/${type}.json`)
      conforms(JSON.parse(readFileSync(file, 'utf8')), JSON.parse(body), type)
    }
    for (const { id, requestBody } of await deliveriesOf(key, endpointId)) {
      const body = JSON.parse(requestBody ?? '')
      const variant = kinds.get(body.data.event?.type ?? 'TICKET_OPENED')?.name ?? ''
      const payload = `payload ${typeSelection('WebhookPayload', variant)}`
      const query = `query ($id: ID!) { node(id: $id) { ... on WebhookDelivery { ${payload} } } }`
      expect((await key.ask(query, { id })).node.payload).toEqual(body)
    }
  })

  test('is only posted to endpoints that asked for its type, and to those of its website', async () => {
    const [{ key }, foreign, receiver] = [await newWebsite(), await newWebsite(), await startReceiver()]
    await addEndpoint(foreign.key, receiver.url('/foreign'))
    await addEndpoint(key, receiver.url('/opened'), { events: ['TICKET_OPENED'] })
    const { id } = await addEndpoint(key, receiver.url('/all'))
    await openTicket(key)
    await receiver.count('/all', 2)
    await receiver.count('/opened', 1)
    expect(receiver.at('/foreign')).toEqual([])
    expect(byType(receiver.at('/opened'))).not.toHaveProperty('message.posted')
    await expect
      .poll(async () => (await deliveriesOf(key, id)).map(({ state }) => state))
      .toEqual(['DELIVERED', 'DELIVERED'])
  })

  test('has a form in webhooks, whatever its type', () => {
    expect([...kinds.keys()].sort()).toEqual([...eventNames.keys()].sort())
  })

  test('that is internal is only wanted by an endpoint that names it', () => {
    eventNames.set('SECRET_KEPT', { name: 'SecretKept', description: '', internal: true })
    try {
      expect(wants({ events: [] }, 'SECRET_KEPT')).toBe(false)
      expect(wants({ events: ['TICKET_OPENED'] }, 'SECRET_KEPT')).toBe(false)
      expect(wants({ events: ['SECRET_KEPT'] }, 'SECRET_KEPT')).toBe(true)
      expect(wants({ events: [] }, 'TICKET_OPENED')).toBe(true)
      expect(wants({ events: [] }, 'UNKNOWN')).toBe(false)
    } finally {
      eventNames.delete('SECRET_KEPT')
    }
  })
})

test('after a roll, webhooks are signed with both secrets for a while, or at once only with the new one', async () => {
  const [{ key }, receiver] = [await newWebsite(), await startReceiver()]
  const { id, secret } = await addEndpoint(key, receiver.url('/hook'))
  const verifies = ({ body, headers }: Arrival, secret: string) => {
    try {
      return Boolean(new Webhook(secret).verify(body, headers as Record<string, string>))
    } catch {
      return false
    }
  }
  async function signedBy(overlapHours: number, old: string): Promise<[string, boolean[]]> {
    const rolled = await key.run('rollWebhookSecret', { id, overlapHours }, 'secret')
    await key.run('sendTestWebhook', { id }, '__typename')
    const arrival = (await receiver.count('/hook', receiver.at('/hook').length + 1)).at(-1) as Arrival
    return [rolled.secret, [old, rolled.secret].map((one) => verifies(arrival, one))]
  }
  const [next, both] = await signedBy(24, secret)
  expect(both).toEqual([true, true])
  expect((await signedBy(0, next))[1]).toEqual([false, true])
})
