import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'

interface Props {
  label: string
  /** Why the last choice was refused. */
  failure: string | undefined
  value: string
  options: { value: string; label: string }[]
  choose: (value: string) => void
}

/** A property of the ticket that has one of several values. */
export function ChoiceField({ label, failure, choose, ...rest }: Props) {
  return (
    <Field label={label} error={failure}>
      {(control) => <Select {...control} {...rest} onValue={choose} />}
    </Field>
  )
}
