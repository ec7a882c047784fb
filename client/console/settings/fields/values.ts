import type { ConsoleFieldFragment, FieldType } from '../../../graphql/operations.ts'

export type FieldTranslation = NonNullable<ConsoleFieldFragment['translations']>[number]

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
  translations: FieldTranslation[]
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
  translations: [],
}

export const valuesOf = ({
  choices,
  hint,
  pattern,
  shownIf,
  translations,
  ...field
}: ConsoleFieldFragment): FieldValues => ({
  ...field,
  hint: hint ?? '',
  pattern: pattern ?? '',
  choices: choices.join('\n'),
  shownIf: shownIf ?? '',
  translations: translations ?? [],
})

/** Parts of a field that can be changed. */
export const parts = [
  'label' as const,
  ...(['hint', 'required', 'pattern', 'choices', 'shownIf', 'shownIfValues', 'translations'] as const),
]

/** Those on the lines of a text. */
export const choicesIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line)

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
  translations,
}: FieldValues) {
  const given = type === 'CHOICE' ? choicesIn(choices) : []
  return {
    label: label.trim(),
    hint: hint.trim(),
    required,
    pattern: type === 'TEXT' ? pattern : '',
    choices: given,
    shownIf,
    shownIfValues: shownIf ? shownIfValues : [],
    translations: translations.map(({ choices, ...translation }) => ({
      ...translation,
      choices: choices.filter(({ choice, label }) => given.includes(choice) && label.trim()),
    })),
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
