import type { FieldType } from '../../../graphql/operations.ts'
import { SelectField } from '../../../ui/form/SelectField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useText } from '../use-text.ts'
import type { FieldValues } from './values.ts'

const types: FieldType[] = ['TEXT', 'CHOICE', 'NUMBER', 'CHECKBOX']

interface Props {
  values: FieldValues
  issues: Record<string, string>
  edit: (part: Partial<FieldValues>) => void
}

/** What a field keeps once it has been added. */
export function Unchangeable({ values: { name, type }, issues, edit }: Props) {
  const text = useText()
  return (
    <>
      <TextField
        required
        label={text('fields.name')}
        hint={text('fields.name.hint')}
        error={issues.name}
        kind="code"
        value={name}
        limit={50}
        onText={(name) => edit({ name })}
      />
      <SelectField
        label={text('fields.type')}
        value={type}
        options={types.map((type) => ({ value: type, label: text(`fields.type.${type}`) }))}
        onValue={(type) => edit({ type })}
      />
    </>
  )
}
