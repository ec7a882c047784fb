import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'
import { createForm } from './form.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { websiteId, key, ...website } = await createTestWebsite(origin, rootKey)
const categoryId = await createForm(key)
const [jane, agent] = [await website.customer('jane@example.com'), await website.operator('olaf@acme.com')]
const opening = { subject: 'Help', body: 'Please', categoryId }

type Values = Record<string, string | null>
const fieldsOf = (values: Values) => Object.entries(values).map(([name, value]) => ({ name, value }))
const open = async (values: Values, more = {}) =>
  (
    await jane.run(
      'openTicket',
      { ...opening, fields: fieldsOf(values), ...more },
      'ticket { id fields { name label type value } }',
    )
  ).ticket

describe('a new ticket', () => {
  test('has the values of its form, which its customer, the team and keys see', async () => {
    const { id, fields } = await open({ seats: '012.50', urgent: 'true', plan: 'Pro', order: ' AB-12\n' })
    expect(fields).toEqual([
      { name: 'order', label: 'Order', type: 'TEXT', value: 'AB-12' },
      { name: 'plan', label: 'Plan', type: 'CHOICE', value: 'Pro' },
      { name: 'seats', label: 'Seats', type: 'NUMBER', value: '12.5' },
      { name: 'urgent', label: 'Urgent', type: 'CHECKBOX', value: 'true' },
    ])
    for (const caller of [jane, agent, key]) {
      const query = 'query ($id: ID!) { ticket(id: $id) { fields { name label type value } } }'
      expect((await caller.ask(query, { id })).ticket.fields).toEqual(fields)
    }
  })

  test.for<[given: string, stored: string]>([
    ['٤٢', '42'],
    ['-0', '0'],
    ['+7', '7'],
    ['999999999999999', '999999999999999'],
    ['0.000001', '0.000001'],
    ['123456789.123456', '123456789.123456'],
  ])('has the number %s as %s', async ([seats, stored]) => {
    const { fields } = await open({ plan: 'Pro', seats })
    expect(fields.at(-1).value).toBe(stored)
  })

  test('has no value for what is left blank', async () => {
    const { fields } = await open({ plan: 'Free', order: ' \u200b', seats: null, urgent: '', reason: '\n' })
    expect(fields).toEqual([{ name: 'plan', label: 'Plan', type: 'CHOICE', value: 'Free' }])
  })

  test.for<[name: string, values: Values]>([
    ['plan', {}],
    ['plan', { plan: ' ' }],
    ['plan', { plan: 'Gold' }],
    ['plan', { plan: 'pro' }],
    ['seats', { plan: 'Pro' }],
    ['seats', { plan: 'Free', seats: '3' }],
    ...['three', '1e5', '1,5', '0x10', 'NaN', 'Infinity', '1234567890123456', '0.1234567', '--1', '.'].map(
      (seats): [string, Values] => ['seats', { plan: 'Pro', seats }],
    ),
    ['order', { plan: 'Free', order: 'AB' }],
    ['order', { plan: 'Free', order: `AB-${'1'.repeat(500)}` }],
    ['urgent', { plan: 'Free', urgent: 'yes' }],
    ['reason', { plan: 'Free', reason: 'Because' }],
    ['reason', { plan: 'Free', urgent: 'false', reason: 'Because' }],
    ['unknown', { plan: 'Free', unknown: 'x' }],
    ['unknown', { plan: 'Free', unknown: null }],
    ['constructor', { plan: 'Free', constructor: 'x' }],
  ])('is refused, and nothing changes, because of %s in %j', async ([name, values]) => {
    const before = await db.website.findUniqueOrThrow({ where: { id: websiteId } })
    const result = await jane.attempt('openTicket', { ...opening, fields: fieldsOf(values) })
    expect(result).toMatchObject({
      __typename: 'InvalidInput',
      issues: [{ path: ['input', 'fields', name], message: expect.stringMatching(/\w/) }],
    })
    expect(await db.website.findUniqueOrThrow({ where: { id: websiteId } })).toEqual(before)
    expect(await db.ticket.count({ where: { websiteId } })).toBe(before.ticketCount)
  })

  test('explains a text that does not match by the hint of its field', async () => {
    const result = await jane.attempt('openTicket', {
      ...opening,
      fields: fieldsOf({ plan: 'Free', order: 'A' }),
    })
    expect(result.issues[0].message).toBe('Such as AB-12')
  })

  test('is refused with a value that is given twice, or too many', async () => {
    const twice = ['Free', 'Pro'].map((value) => ({ name: 'plan', value }))
    expect(await jane.attempt('openTicket', { ...opening, fields: twice })).toMatchObject({
      issues: [{ path: ['input', 'fields', 'plan'] }],
    })
    const many = Array.from({ length: 51 }, (_, at) => ({ name: `f${at}`, value: 'x' }))
    expect(await jane.attempt('openTicket', { ...opening, fields: many })).toMatchObject({
      issues: [{ path: ['input', 'fields'] }],
    })
  })

  test('without a category has no fields', async () => {
    const input = { subject: 'Help', body: 'Please', fields: fieldsOf({ plan: 'Pro' }) }
    expect(await jane.attempt('openTicket', input)).toMatchObject({ __typename: 'InvalidInput' })
    const { ticket } = await jane.run('openTicket', { ...input, fields: [] }, 'ticket { fields { name } }')
    expect(ticket.fields).toEqual([])
  })

  test('needs the same from keys and operators', async () => {
    for (const caller of [key, agent]) {
      const input = { ...opening, customerEmail: 'jane@example.com' }
      expect(await caller.attempt('openTicket', input)).toMatchObject({
        issues: [{ path: ['input', 'fields', 'plan'] }],
      })
      await caller.run('openTicket', { ...input, fields: fieldsOf({ plan: 'Free' }) }, '__typename')
    }
  })

  test('shows a field that depends on a field that is not shown to nobody', async () => {
    const { category } = await key.run('createCategory', { name: 'Chain' }, 'category { id }')
    const add = (name: string, more: object) =>
      key.run(
        'createCategoryField',
        { categoryId: category.id, name, label: name, type: 'TEXT', ...more },
        '__typename',
      )
    await add('first', {})
    await add('second', { shownIf: 'first' })
    await add('third', { shownIf: 'second', required: true })
    const given = (values: Values) => ({ ...opening, categoryId: category.id, fields: fieldsOf(values) })
    await jane.run('openTicket', given({}), '__typename')
    await jane.run('openTicket', given({ first: 'a' }), '__typename')
    expect(await jane.attempt('openTicket', given({ first: 'a', second: 'b' }))).toMatchObject({
      issues: [{ path: ['input', 'fields', 'third'], message: 'Required' }],
    })
  })
})

test('a value stays when its choice, its field and its category are deleted', async () => {
  const own = await createForm(key)
  const { id } = await open({ plan: 'Pro', seats: '3' }, { categoryId: own })
  const query = 'query ($id: ID!) { node(id: $id) { ... on Category { fields { id name } } } }'
  const { fields } = (await key.ask(query, { id: own })).node
  const idOf = (name: string) => fields.find((field: { name: string }) => field.name === name).id
  await key.run('deleteCategoryField', { id: idOf('seats') }, '__typename')
  await key.run('updateCategoryField', { id: idOf('plan'), choices: ['Gold'], label: 'Tariff' }, '__typename')
  await key.run('deleteCategory', { id: own }, '__typename')
  const filter = {
    fields: [
      { name: 'plan', value: 'Pro' },
      { name: 'seats', value: '3' },
    ],
  }
  const { tickets } = await key.ask(
    'query ($filter: TicketFilter) { tickets(filter: $filter) { edges { node { id fields { label value } } } } }',
    { filter },
  )
  expect(tickets.edges.map(({ node }: { node: object }) => node)).toContainEqual({
    id,
    fields: [
      { label: 'Plan', value: 'Pro' },
      { label: 'Seats', value: '3' },
    ],
  })
})
