import { Field } from './Field.tsx'
import { Select } from './Select.tsx'

interface Props<Value extends string> {
  label: string
  hint?: string
  error?: string
  value: Value
  options: { value: Value; label: string }[]
  onValue: (value: Value) => void
}

export function SelectField<Value extends string>({ label, hint, error, ...select }: Props<Value>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <Select {...control} {...select} />}
    </Field>
  )
}
