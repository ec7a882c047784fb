import { Field } from '../../../ui/form/Field.tsx'
import { TextArea } from '../../../ui/form/TextArea.tsx'

interface Props {
  label: string
  hint?: string
  error?: string
  value: string
  /** Language of the answer, if it is another one than the page's. */
  lang?: string
  onText: (answer: string) => void
}

export function AnswerField({ label, hint, error, value, lang, onText }: Props) {
  return (
    <Field required label={label} hint={hint} error={error} value={value} limit={5_000}>
      {(control) => <TextArea {...control} rows={5} lang={lang} value={value} onText={onText} submitKey />}
    </Field>
  )
}
