import { maxFieldValue } from '../../core/limits.ts'
import type { FormFieldFragment } from '../../graphql/operations.ts'
import { Field } from '../../ui/form/Field.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { TextInput } from '../../ui/form/TextInput.tsx'
import { useLateText } from '../texts/use-text.ts'
import { CheckboxField } from './CheckboxField.tsx'

interface Props {
  field: FormFieldFragment
  value: string
  error: string | undefined
  onValue: (value: string) => void
}

/** A field of the chosen category. */
export function FieldInput({ field, value, error, onValue }: Props) {
  const text = useLateText()
  const { name, label, hint, type, required, choices, choiceLabels } = field
  const shared = { label, hint: hint ?? undefined, error, required }
  if (type === 'CHECKBOX') {
    return <CheckboxField {...shared} name={`field.${name}`} checked={value === 'true'} onValue={onValue} />
  }
  return (
    <Field {...shared} value={value} limit={maxFieldValue}>
      {(control) =>
        type === 'CHOICE' ? (
          <Select
            {...control}
            name={`field.${name}`}
            // What the address fills in may be no choice.
            value={choices.includes(value) ? value : ''}
            options={[
              { value: '', label: text('new.field.choose') },
              ...choices.map((value, at) => ({ value, label: choiceLabels[at] ?? value })),
            ]}
            onValue={onValue}
          />
        ) : (
          <TextInput
            {...control}
            name={`field.${name}`}
            autocomplete="off"
            inputMode={type === 'NUMBER' ? 'decimal' : undefined}
            value={value}
            onText={onValue}
          />
        )
      }
    </Field>
  )
}
