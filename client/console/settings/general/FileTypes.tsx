import { Field } from '../../../ui/form/Field.tsx'
import { TextArea } from '../../../ui/form/TextArea.tsx'
import { useText } from '../use-text.ts'

interface Types {
  /** One type on each line. */
  attachmentTypes: string
}

interface Props {
  values: Types
  issues: Record<string, string>
  edit: (part: Types) => void
}

/** The form's values as the API takes them. */
export const inputOf = <Values extends Types>(values: Values) => ({
  ...values,
  attachmentTypes: values.attachmentTypes.split('\n').filter((line) => line.trim()),
})

/** Types of files that messages may have. */
export function FileTypes({ values, issues, edit }: Props) {
  const text = useText()
  return (
    <Field label={text('general.files')} hint={text('general.files.hint')} error={issues.attachmentTypes}>
      {(control) => (
        <TextArea
          {...control}
          dir="ltr"
          autocapitalize="off"
          spellcheck={false}
          rows={3}
          value={values.attachmentTypes}
          onText={(attachmentTypes) => edit({ attachmentTypes })}
          submitKey
        />
      )}
    </Field>
  )
}
