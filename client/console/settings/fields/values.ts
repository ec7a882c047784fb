import type { ConsoleFieldFragment, FieldType } from '../../../graphql/operations.ts'

/** What the form for a field holds. */
export interface FieldValues {
  /** Empty for a new field. */
  id: string
  name: string
  label: string
  type: FieldType
  hint: string
  required: boolean
  pattern: string
  /** One on each line. */
  choices: string
  shownIf: string
  shownIfValues: string[]
}

export const emptyField: FieldValues = {
  id: '',
  name: '',
  label: '',
  type: 'TEXT',
  hint: '',
  required: false,
  pattern: '',
  choices: '',
  shownIf: '',
  shownIfValues: [],
}

export const valuesOf = ({
  choices,
  hint,
  pattern,
  shownIf,
  ...field
}: ConsoleFieldFragment): FieldValues => ({
  ...field,
  hint: hint ?? '',
  pattern: pattern ?? '',
  choices: choices.join('\n'),
  shownIf: shownIf ?? '',
})

/** Parts of a field that can be changed. */
export const parts = [
  'label' as const,
  ...(['hint', 'required', 'pattern', 'choices', 'shownIf', 'shownIfValues'] as const),
]

/** Leaves out what the type does not have. */
export function inputOf({
  type,
  label,
  hint,
  required,
  pattern,
  choices,
  shownIf,
  shownIfValues,
}: FieldValues) {
  return {
    label: label.trim(),
    hint: hint.trim(),
    required,
    pattern: type === 'TEXT' ? pattern : '',
    choices: type === 'CHOICE' ? choices.split('\n').filter((line) => line.trim()) : [],
    shownIf,
    shownIfValues: shownIf ? shownIfValues : [],
  }
}

/** A name for a label, as the server takes it: `Order number` is `order_number`. */
export const nameFor = (label: string): string =>
  label
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_\d]+|_+$/g, '')
    .slice(0, 50)
