import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'
import { createForm } from './form.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { key, ...website } = await createTestWebsite(origin, rootKey)
const [categoryId, other] = [await createForm(key), await createForm(key)]
const [jane, agent] = [await website.customer('jane@example.com'), await website.operator('olaf@acme.com')]

async function newTicket(): Promise<string> {
  const fields = [
    { name: 'plan', value: 'Pro' },
    { name: 'seats', value: '3' },
  ]
  const input = { subject: 'Help', body: 'Please', categoryId, fields }
  return (await jane.run('openTicket', input, 'ticket { id }')).ticket.id
}

type Values = Record<string, string | null>
const inputOf = (ticketId: string, values: Values) => ({
  ticketId,
  fields: Object.entries(values).map(([name, value]) => ({ name, value })),
})
async function set(ticketId: string, values: Values) {
  const { ticket } = await agent.run(
    'setTicketFields',
    inputOf(ticketId, values),
    'ticket { fields { name value } }',
  )
  return Object.fromEntries(
    ticket.fields.map(({ name, value }: { name: string; value: string }) => [name, value]),
  )
}

describe('the team', () => {
  test('changes, adds and removes values, and the others stay', async () => {
    const ticketId = await newTicket()
    expect(await set(ticketId, { seats: '4', order: 'AB-1' })).toEqual({
      order: 'AB-1',
      plan: 'Pro',
      seats: '4',
    })
    expect(await set(ticketId, { order: null, seats: '' })).toEqual({ plan: 'Pro' })
    // Also what the form requires, or would not show.
    expect(await set(ticketId, { plan: null, reason: 'Asked by phone' })).toEqual({
      reason: 'Asked by phone',
    })
  })

  test.for<[name: string, values: Values]>([
    ['plan', { plan: 'Gold' }],
    ['seats', { seats: 'many' }],
    ['order', { order: 'x' }],
    ['unknown', { unknown: 'x' }],
    ['unknown', { unknown: null }],
  ])('changes nothing at all because of %s in %j', async ([name, values]) => {
    const ticketId = await newTicket()
    expect(
      await agent.attempt('setTicketFields', inputOf(ticketId, { urgent: 'true', ...values })),
    ).toMatchObject({ __typename: 'InvalidInput', issues: [{ path: ['input', 'fields', name] }] })
    expect(await set(ticketId, {})).toEqual({ plan: 'Pro', seats: '3' })
  })

  test('can only remove values that the category no longer has', async () => {
    const ticketId = await newTicket()
    const values = [{ name: 'old', value: 'x' }]
    const { id } = await db.ticket.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
    await db.ticketField.createMany({
      data: values.map((value) => ({
        ...value,
        ticketId: id,
        websiteId: website.websiteId,
        label: 'Old',
        type: 'TEXT' as const,
        position: 9,
      })),
    })
    expect(await agent.attempt('setTicketFields', inputOf(ticketId, { old: 'y' }))).toMatchObject({
      issues: [{ path: ['input', 'fields', 'old'], message: 'There is no such field' }],
    })
    expect(await set(ticketId, { old: null })).toEqual({ plan: 'Pro', seats: '3' })
  })

  test('keeps the values of a ticket that is moved to another category', async () => {
    const ticketId = await newTicket()
    await agent.run('setTicketCategory', { ticketId, categoryId: other }, '__typename')
    expect(await set(ticketId, { plan: 'Free' })).toEqual({ plan: 'Free', seats: '3' })
    await agent.run('setTicketCategory', { ticketId }, '__typename')
    expect(await set(ticketId, { seats: null })).toEqual({ plan: 'Free' })
  })
})

test('each change of values is one event with the names of the fields, and none of the values', async () => {
  const ticketId = await newTicket()
  await set(ticketId, { seats: '5', plan: 'Free' })
  await set(ticketId, { seats: '5' })
  await set(ticketId, { seats: null })
  const query = `query ($id: ID!) { ticket(id: $id) { events(first: 50, types: [FIELDS_CHANGED]) { edges { node {
    ... on FieldsChanged { fields { name label } actor { ... on Operator { name } } }
  } } } } }`
  const read = async () =>
    (await key.ask(query, { id: ticketId })).ticket.events.edges.map(({ node }: { node: object }) => node)
  const seats = { name: 'seats', label: 'Seats' }
  await expect.poll(read).toEqual([
    { fields: [seats, { name: 'plan', label: 'Plan' }], actor: { name: 'Olaf' } },
    { fields: [seats], actor: { name: 'Olaf' } },
  ])
  const rows = await db.ticketEvent.findMany({ where: { type: 'FIELDS_CHANGED' } })
  expect(JSON.stringify(rows.map(({ data }) => data))).not.toContain('Free')
})
