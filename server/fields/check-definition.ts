import type { CategoryField } from '../../prisma/generated/client/client.ts'
import { InvalidInput } from '../api/errors.ts'

type Definition = Omit<CategoryField, 'id' | 'categoryId' | 'hint' | 'required' | 'position' | 'translations'>

/** Throws InvalidInput if a field contradicts itself, or the other fields of its category. */
export function checkDefinition(field: Definition, others: Definition[]): void {
  const messages = {
    pattern: field.pattern && field.type !== 'TEXT' ? 'Only TEXT fields can have a pattern' : undefined,
    choices: wrongChoices(field, others),
    shownIf: wrongCondition(field, others),
    shownIfValues: wrongValues(field, others),
  }
  const issues = Object.entries(messages).flatMap(([name, message]) =>
    message ? [{ path: ['input', name], message }] : [],
  )
  if (issues.length > 0) throw new InvalidInput(issues)
}

function wrongChoices({ name, type, choices }: Definition, others: Definition[]): string | undefined {
  if (type !== 'CHOICE') return choices.length > 0 ? 'Only CHOICE fields can have choices' : undefined
  if (choices.length === 0) return 'Give at least one choice'
  for (const { label, shownIf, shownIfValues } of others) {
    const missing = shownIf === name && shownIfValues.find((value) => !choices.includes(value))
    if (missing) return `“${label}” is shown with “${missing}”: change that field first`
  }
}

function wrongCondition({ name, shownIf }: Definition, others: Definition[]): string | undefined {
  if (!shownIf) return
  if (shownIf === name) return 'A field cannot depend on itself'
  const fields = new Map(others.map((field) => [field.name, field]))
  if (!fields.has(shownIf)) return 'This category has no such field'
  for (let at = fields.get(shownIf); at?.shownIf; at = fields.get(at.shownIf)) {
    if (at.shownIf === name) return 'That field depends on this one'
  }
}

function wrongValues({ shownIf, shownIfValues }: Definition, others: Definition[]): string | undefined {
  if (shownIfValues.length === 0) return
  const decisive = others.find(({ name }) => name === shownIf)
  if (!decisive) return '`shownIfValues` requires `shownIf`'
  const possible = decisive.type === 'CHECKBOX' ? ['true', 'false'] : decisive.choices
  if (possible.length === 0)
    return 'Leave `shownIfValues` empty: a condition on a text or number field cannot list values'
  if (shownIfValues.some((value) => !possible.includes(value))) {
    return `At least one of these values is not possible for “${decisive.label}”`
  }
}
