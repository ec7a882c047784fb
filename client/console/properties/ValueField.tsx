import type { ConsoleWebsiteFragment } from '../../graphql/operations.ts'
import { SelectField } from '../../ui/form/SelectField.tsx'
import type { Ticket } from '../state/state.ts'
import { useText } from '../texts/use-text.ts'
import { TypedValue } from './TypedValue.tsx'
import { useValue } from './use-value.ts'

interface Props {
  ticket: Ticket
  field: ConsoleWebsiteFragment['categories'][number]['fields'][number]
}

export function ValueField({ ticket, field }: Props) {
  const text = useText()
  const { type, label } = field
  const { value, set, failure } = useValue(ticket, field)
  if (type === 'TEXT' || type === 'NUMBER') {
    // What is typed is forgotten when the value changes.
    return <TypedValue key={value} label={label} type={type} value={value} failure={failure} set={set} />
  }
  const choices = type === 'CHECKBOX' ? ['true', 'false'] : field.choices
  // A choice that was removed stays on its tickets.
  const all = value && !choices.includes(value) ? [...choices, value] : choices
  const nameOf = (choice: string) =>
    type === 'CHECKBOX' ? text(choice === 'true' ? 'details.field.yes' : 'details.field.no') : choice
  return (
    <SelectField
      label={label}
      error={failure}
      value={value}
      options={[
        { value: '', label: text('details.field.none') },
        ...all.map((choice) => ({ value: choice, label: nameOf(choice) })),
      ]}
      onValue={set}
    />
  )
}
