import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { key, ...website } = await createTestWebsite(origin, rootKey)
const admin = await website.operator()

async function newCategory(): Promise<string> {
  const { category } = await key.run('createCategory', { name: crypto.randomUUID() }, 'category { id }')
  return category.id
}

const all =
  'field { id } fields { name label hint type required pattern choices shownIf shownIfValues position }'
const add = (categoryId: string, name: string, more = {}) =>
  key.run('createCategoryField', { categoryId, name, label: name, type: 'TEXT', ...more }, all)
const namesOf = ({ fields }: { fields: { name: string }[] }) => fields.map(({ name }) => name)

describe('the fields of a category', () => {
  test('are created, changed, moved and deleted, and customers see them', async () => {
    const categoryId = await newCategory()
    const choices = ['Free', 'Pro']
    const plan = await add(categoryId, 'plan', {
      label: ' Your\nplan ',
      type: 'CHOICE',
      choices,
      required: true,
    })
    const seats = { type: 'NUMBER', hint: 'How many', shownIf: 'plan', shownIfValues: ['Pro'] }
    const made = await add(categoryId, 'seats', seats)
    expect(made.fields).toEqual([
      {
        ...{ name: 'plan', label: 'Your plan', hint: null, type: 'CHOICE', required: true, pattern: null },
        ...{ choices, shownIf: null, shownIfValues: [], position: 1 },
      },
      { ...seats, name: 'seats', label: 'seats', required: false, pattern: null, choices: [], position: 2 },
    ])
    const changes = { id: made.field.id, label: 'Seats', hint: '', shownIf: '' }
    const changed = await key.run('updateCategoryField', changes, all)
    expect(changed.fields[1]).toMatchObject({ label: 'Seats', hint: null, shownIf: null, shownIfValues: [] })
    const moved = await key.run('moveCategoryField', { id: made.field.id, position: 1 }, all)
    expect(namesOf(moved)).toEqual(['seats', 'plan'])
    const deleted = await key.run(
      'deleteCategoryField',
      { id: made.field.id },
      'deletedId fields { name position }',
    )
    expect(deleted).toMatchObject({ deletedId: made.field.id, fields: [{ name: 'plan', position: 1 }] })
    const jane = await website.customer('jane@example.com')
    const read = 'query ($id: ID!) { node(id: $id) { ... on CategoryField { label choices } } }'
    const { node } = await jane.ask(read, { id: plan.field.id })
    expect(node).toEqual({ label: 'Your plan', choices })
  })

  test('are limited to twenty, with unique names', async () => {
    const categoryId = await newCategory()
    const results = await Promise.all(
      Array.from({ length: 25 }, (_, at) =>
        key.attempt('createCategoryField', { categoryId, name: `f${at}`, label: 'F', type: 'TEXT' }),
      ),
    )
    expect(results.filter(({ __typename }) => __typename === 'LimitReached')).toHaveLength(5)
    const other = await newCategory()
    await add(other, 'plan')
    const again = { categoryId: other, name: 'plan', label: 'P', type: 'TEXT' }
    expect(await key.attempt('createCategoryField', again)).toMatchObject({
      issues: [{ path: ['input', 'name'] }],
    })
  })

  test.for<[issue: string, input: object]>([
    ...['', 'Plan', '1st', 'a b', 'ä', 'a'.repeat(51), '__proto__', 'constructor'].map(
      (name): [string, object] => ['name', { name }],
    ),
    ['label', { label: ' ' }],
    ['label', { label: 'x'.repeat(101) }],
    ['hint', { hint: 'x'.repeat(201) }],
    ['choices', { type: 'CHOICE' }],
    ['choices', { type: 'CHOICE', choices: [] }],
    ['choices', { type: 'CHOICE', choices: ['A', 'A '] }],
    ['choices', { type: 'CHOICE', choices: ['A', ' '] }],
    ['choices', { type: 'CHOICE', choices: Array.from({ length: 51 }, (_, at) => `${at}`) }],
    ['choices', { choices: ['A'] }],
    ['pattern', { type: 'NUMBER', pattern: '\\d' }],
    ['pattern', { pattern: '(' }],
    ['pattern', { pattern: '(?=a)' }],
    ['pattern', { pattern: '(a)\\1' }],
    ['pattern', { pattern: 'x'.repeat(201) }],
    ['pattern', { pattern: 'x{1000}' }],
    ['shownIf', { shownIf: 'nothing' }],
    ['shownIf', { shownIf: 'other' }],
    ['shownIfValues', { shownIfValues: ['A'] }],
    ['shownIfValues', { shownIf: 'plan', shownIfValues: ['Gold'] }],
    ['shownIfValues', { shownIf: 'agreed', shownIfValues: ['yes'] }],
    ['shownIfValues', { shownIf: 'note', shownIfValues: ['A'] }],
  ])('have no %s as in %j', async ([issue, input]) => {
    const categoryId = await newCategory()
    await add(categoryId, 'plan', { type: 'CHOICE', choices: ['Free', 'Pro'] })
    await add(categoryId, 'agreed', { type: 'CHECKBOX' })
    const before = await add(categoryId, 'note')
    const given = { categoryId, name: 'other', label: 'Other', type: 'TEXT', ...input }
    const { __typename, issues } = await key.attempt('createCategoryField', given)
    expect(__typename).toBe('InvalidInput')
    expect(issues[0].path.slice(0, 2)).toEqual(['input', issue])
    const { category } = await key.ask(
      'query ($id: ID!) { category: node(id: $id) { ... on Category { fields { name } } } }',
      { id: categoryId },
    )
    expect(namesOf(category)).toEqual(namesOf(before))
  })
})

describe('a field that decides whether another is shown', () => {
  async function twoFields() {
    const categoryId = await newCategory()
    const plan = await add(categoryId, 'plan', { type: 'CHOICE', choices: ['Free', 'Pro'] })
    const seats = await add(categoryId, 'seats', { shownIf: 'plan', shownIfValues: ['Pro'] })
    return { categoryId, plan: plan.field.id as string, seats: seats.field.id as string }
  }

  test('is not deleted, and keeps the choices with which the other is shown', async () => {
    const { plan, seats } = await twoFields()
    expect(await key.attempt('deleteCategoryField', { id: plan })).toMatchObject({
      code: 'FIELD_IN_USE',
      named: 'seats',
    })
    const free = { id: plan, choices: ['Free'] }
    expect(await key.attempt('updateCategoryField', free)).toMatchObject({
      issues: [
        { path: ['input', 'choices'], message: '“seats” is shown with “Pro”: change that field first' },
      ],
    })
    await key.run('deleteCategoryField', { id: seats }, '__typename')
    await key.run('updateCategoryField', free, '__typename')
    await key.run('deleteCategoryField', { id: plan }, '__typename')
  })

  test('does not depend on the other, or on itself', async () => {
    const { categoryId, plan, seats } = await twoFields()
    await add(categoryId, 'more', { shownIf: 'seats' })
    for (const [id, shownIf] of [
      [plan, 'plan'],
      [plan, 'seats'],
      [plan, 'more'],
      [seats, 'more'],
    ]) {
      expect(await key.attempt('updateCategoryField', { id, shownIf })).toMatchObject({
        issues: [{ path: ['input', 'shownIf'] }],
      })
    }
  })
})

test('each change of a field is in the audit log, with its category', async () => {
  const { category } = await admin.run('createCategory', { name: 'Orders' }, 'category { id }')
  const input = { categoryId: category.id, name: 'order', label: 'Order', type: 'TEXT' }
  const { field } = await admin.run('createCategoryField', input, 'field { id }')
  await admin.run('updateCategoryField', { id: field.id, label: 'Order number' }, '__typename')
  await admin.run('deleteCategoryField', { id: field.id }, '__typename')
  const { website: read } = await admin.ask(
    '{ website { settings { auditEvents(first: 3) { edges { node { action details { name value } } } } } } }',
  )
  const names = ['deleteCategoryField', 'updateCategoryField', 'createCategoryField']
  const entries = read.settings.auditEvents.edges.map(({ node }: { node: object }) => node)
  expect(entries).toMatchObject(
    names.map((action) => ({
      action,
      details: expect.arrayContaining([{ name: 'category', value: 'Orders' }]),
    })),
  )
})
