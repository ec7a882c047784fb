import { Field } from '../../../ui/form/Field.tsx'
import { TextArea } from '../../../ui/form/TextArea.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useText } from '../use-text.ts'
import type { FieldValues } from './values.ts'

interface Props {
  values: FieldValues
  issues: Record<string, string>
  edit: (part: Partial<FieldValues>) => void
}

/** What only fields of one type have. */
export function TypeParts({ values: { type, pattern, choices }, issues, edit }: Props) {
  const text = useText()
  if (type === 'TEXT') {
    return (
      <TextField
        label={text('fields.pattern')}
        hint={text('fields.pattern.hint')}
        error={issues.pattern}
        kind="code"
        placeholder="[A-Z]{2}-[0-9]+"
        value={pattern}
        limit={200}
        onText={(pattern) => edit({ pattern })}
      />
    )
  }
  if (type !== 'CHOICE') return null
  return (
    <Field required label={text('fields.choices')} hint={text('fields.choices.hint')} error={issues.choices}>
      {(control) => (
        <TextArea {...control} rows={4} value={choices} onText={(choices) => edit({ choices })} submitKey />
      )}
    </Field>
  )
}
