import { Field } from '../../../ui/form/Field.tsx'
import { TextArea } from '../../../ui/form/TextArea.tsx'

interface Props {
  label: string
  hint?: string
  error?: string
  value: string
  onText: (answer: string) => void
}

export function AnswerField({ label, hint, error, value, onText }: Props) {
  return (
    <Field required label={label} hint={hint} error={error} value={value} limit={5_000}>
      {(control) => <TextArea {...control} rows={5} value={value} onText={onText} submitKey />}
    </Field>
  )
}
