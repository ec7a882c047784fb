import type { CategoryField } from '../../prisma/generated/client/client.ts'
import { InvalidInput } from '../api/errors.ts'
import type { Problem } from './read-value.ts'

type Definition = Omit<CategoryField, 'id' | 'categoryId' | 'hint' | 'required' | 'position' | 'translations'>

/** Throws InvalidInput if a field contradicts itself, or the other fields of its category. */
export function checkDefinition(field: Definition, others: Definition[]): void {
  const problems = {
    pattern: wrongPattern(field),
    choices: wrongChoices(field, others),
    shownIf: wrongCondition(field, others),
    shownIfValues: wrongValues(field, others),
  }
  const issues = Object.entries(problems).flatMap(([name, problem]) =>
    problem ? [{ path: ['input', name], ...problem }] : [],
  )
  if (issues.length > 0) throw new InvalidInput(issues)
}

function wrongPattern({ type, pattern }: Definition): Problem | undefined {
  return pattern && type !== 'TEXT' ? invalid('Only TEXT fields can have a pattern') : undefined
}

function wrongChoices({ name, type, choices }: Definition, others: Definition[]): Problem | undefined {
  if (type !== 'CHOICE')
    return choices.length > 0 ? invalid('Only CHOICE fields can have choices') : undefined
  if (choices.length === 0) return { code: 'TOO_FEW', message: 'Give at least one choice', value: '1' }
  for (const { label, shownIf, shownIfValues } of others) {
    const missing = shownIf === name && shownIfValues.find((value) => !choices.includes(value))
    if (missing) {
      const message = `“${label}” is shown with “${missing}”: change that field first`
      return { code: 'CHOICE_IN_USE', message, value: label }
    }
  }
}

function wrongCondition({ name, shownIf }: Definition, others: Definition[]): Problem | undefined {
  if (!shownIf) return
  if (shownIf === name) return circular('A field cannot depend on itself')
  const fields = new Map(others.map((field) => [field.name, field]))
  if (!fields.has(shownIf)) return { code: 'FIELD_UNKNOWN', message: 'This category has no such field' }
  for (let at = fields.get(shownIf); at?.shownIf; at = fields.get(at.shownIf)) {
    if (at.shownIf === name) return circular('That field depends on this one')
  }
}

function wrongValues({ shownIf, shownIfValues }: Definition, others: Definition[]): Problem | undefined {
  if (shownIfValues.length === 0) return
  const decisive = others.find(({ name }) => name === shownIf)
  if (!decisive) return invalid('`shownIfValues` requires `shownIf`')
  const possible = decisive.type === 'CHECKBOX' ? ['true', 'false'] : decisive.choices
  if (possible.length === 0)
    return invalid('Leave `shownIfValues` empty: a condition on a text or number field cannot list values')
  if (shownIfValues.some((value) => !possible.includes(value))) {
    const message = `At least one of these values is not possible for “${decisive.label}”`
    return { code: 'CONDITION_IMPOSSIBLE', message, value: decisive.label }
  }
}

const invalid = (message: string): Problem => ({ code: 'INVALID', message })
const circular = (message: string): Problem => ({ code: 'CONDITION_CIRCULAR', message })
