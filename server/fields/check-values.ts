import { type InputIssue, InvalidInput } from '../api/errors.ts'
import type { GivenValue } from './given-values.ts'
import { type Definition, type Problem, readValue } from './read-value.ts'

type Values = Map<string, string | null>

/**
 * Values as they are stored, null for none, by the names of their fields. Throws InvalidInput for every one that the
 * category's fields do not take. `others` are fields that may only lose their value.
 */
export function readValues(fields: Definition[], given: GivenValue[], others: string[] = []): Values {
  const values: Values = new Map()
  const issues: InputIssue[] = []
  for (const { name, value } of given) {
    const field = fields.find((one) => one.name === name)
    const read = value == null ? null : field ? readValue(field, value) : unknown
    if (values.has(name)) issues.push(issue(name, { code: 'REPEATED', message: 'Given twice' }))
    else if (!field && !(read === null && others.includes(name))) issues.push(issue(name, unknown))
    else if (read !== null && typeof read === 'object') issues.push(issue(name, read))
    else values.set(name, read)
  }
  if (issues.length > 0) throw new InvalidInput(issues)
  return values
}

/** Throws InvalidInput if a new ticket lacks a value, or has one of a field that is not shown. */
export function checkComplete(fields: Definition[], values: Values): void {
  const issues = fields.flatMap((field) => {
    const value = values.get(field.name) ?? null
    if (!isShown(field, fields, values)) {
      return value === null ? [] : [issue(field.name, hidden)]
    }
    const isMissing = field.type === 'CHECKBOX' ? value !== 'true' : value === null
    return field.required && isMissing ? [issue(field.name, { code: 'REQUIRED', message: 'Required' })] : []
  })
  if (issues.length > 0) throw new InvalidInput(issues)
}

/** Whether the form shows a field while the others have these values. One that is not shown has no value. */
function isShown({ shownIf, shownIfValues }: Definition, fields: Definition[], values: Values): boolean {
  const decisive = fields.find(({ name }) => name === shownIf)
  if (!decisive) return true
  if (!isShown(decisive, fields, values)) return false
  const value = values.get(decisive.name) ?? (decisive.type === 'CHECKBOX' ? 'false' : null)
  if (value === null) return false
  return shownIfValues.length === 0 ? value !== 'false' : shownIfValues.includes(value)
}

const unknown: Problem = { code: 'FIELD_UNKNOWN', message: 'There is no such field' }
const hidden: Problem = {
  code: 'FIELD_HIDDEN',
  message: 'This field is hidden for the other values and cannot have one',
}

const issue = (name: string, problem: Problem): InputIssue => ({
  path: ['input', 'fields', name],
  ...problem,
})
