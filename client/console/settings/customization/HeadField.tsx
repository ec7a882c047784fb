import { Field } from '../../../ui/form/Field.tsx'
import { TextArea } from '../../../ui/form/TextArea.tsx'
import { useText } from '../use-text.ts'

interface Props {
  value: string
  error: string | undefined
  onText: (headHtml: string) => void
}

/** What is added to the head of the frame's document. */
export function HeadField({ value, error, onText }: Props) {
  const text = useText()
  return (
    <Field
      label={text('customization.head')}
      hint={text('customization.hint')}
      error={error}
      value={value}
      limit={65_536}
    >
      {(control) => (
        <TextArea
          {...control}
          class="tc-textarea tc-textarea--code"
          dir="ltr"
          rows={10}
          spellcheck={false}
          autocapitalize="off"
          placeholder={'<style>\n  :root { --tc-accent: #7a3cc2; }\n</style>'}
          value={value}
          onText={onText}
          submitKey
        />
      )}
    </Field>
  )
}
