import { expect, test } from 'vitest'
import type { FormFieldFragment } from '../../client/graphql/operations.ts'
import { fieldsShown, valuesOf } from '../../client/ticket-center/new-ticket/use-fields.ts'
import { checkComplete, readValues } from '../../server/fields/check-values.ts'
import type { Definition } from '../../server/fields/read-value.ts'

const common = { label: '', hint: null, required: false, choices: [], shownIf: null, shownIfValues: [] }
const plain = { ...common, choiceLabels: [], pattern: null, position: 1 }
const definitions: (Definition & FormFieldFragment)[] = [
  { ...plain, name: 'order', type: 'TEXT' },
  { ...plain, name: 'parcel', type: 'TEXT', shownIf: 'order' },
  { ...plain, name: 'plan', type: 'CHOICE', choices: ['Free', 'Pro'] },
  { ...plain, name: 'reason', type: 'TEXT', shownIf: 'plan' },
  { ...plain, name: 'seats', type: 'NUMBER', shownIf: 'plan', shownIfValues: ['Pro'] },
  { ...plain, name: 'why', type: 'TEXT', shownIf: 'seats' },
  { ...plain, name: 'urgent', type: 'CHECKBOX' },
  { ...plain, name: 'since', type: 'TEXT', shownIf: 'urgent' },
  { ...plain, name: 'until', type: 'TEXT', shownIf: 'urgent', shownIfValues: ['false'] },
]

const always = ['order', 'plan', 'urgent']
const rows: [typed: Record<string, string>, dependent: string[]][] = [
  [{}, ['until']],
  [{ order: '4821' }, ['parcel', 'until']],
  [{ order: '  ' }, ['until']],
  [{ order: '\u200b\u00a0' }, ['until']],
  [{ plan: 'Free' }, ['reason', 'until']],
  [{ plan: 'Pro', seats: '3' }, ['reason', 'seats', 'why', 'until']],
  [{ plan: 'Pro', seats: ' ' }, ['reason', 'seats', 'until']],
  [{ plan: 'Gold' }, ['until']],
  [{ plan: 'pro ' }, ['until']],
  [{ plan: 'Free', seats: '3', why: 'x' }, ['reason', 'until']],
  [{ urgent: 'true' }, ['since']],
  [{ urgent: 'yes' }, ['until']],
]

const isTaken = (given: { name: string; value: string }[]) => {
  try {
    checkComplete(definitions, readValues(definitions, given))
    return true
  } catch {
    return false
  }
}

test.for(rows)('with %j, form and server show the same fields', ([typed, dependent]) => {
  const shown = fieldsShown(definitions, typed)
  const names = definitions.map(({ name }) => name).filter((name) => [...always, ...dependent].includes(name))
  expect(shown.map(({ name }) => name)).toEqual(names)
  const given = valuesOf(shown, typed, 'en')
  expect(isTaken(given)).toBe(true)
  for (const field of definitions) {
    const others = given.filter(({ name }) => name !== field.name)
    const value =
      field.type === 'NUMBER' ? '1' : field.type === 'CHECKBOX' ? 'true' : (field.choices[0] ?? 'x')
    // A value of its own does not change whether a field is shown, but that of fields that depend on it.
    const more = others.filter(
      ({ name }) => definitions.find((one) => one.name === name)?.shownIf !== field.name,
    )
    expect(isTaken([...more, { name: field.name, value }]), field.name).toBe(shown.includes(field))
  }
})
