import { Field } from '../../../ui/form/Field.tsx'
import { TextInput } from '../../../ui/form/TextInput.tsx'
import { useText } from '../use-text.ts'
import { readableOn } from './readable-on.ts'

interface Props {
  error: string | undefined
  value: string
  onText: (text: string) => void
}

/** The default of emails. */
const standard = '#1d5bd6'

/** A color to type or pick, with a preview of an email's button. */
export function AccentField({ error, value, onText }: Props) {
  const text = useText()
  const typed = value.trim()
  const color = /^#[0-9a-f]{6}$/i.test(typed) ? typed : standard
  return (
    <Field label={text('email.accent')} hint={text('email.accent.hint')} error={error}>
      {(control) => (
        <div class="tc-accent">
          <input
            type="color"
            class="tc-accent__picker"
            aria-label={text('email.accent.pick')}
            value={color}
            onInput={(event) => onText(event.currentTarget.value)}
          />
          <TextInput
            {...control}
            dir="ltr"
            placeholder={standard}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            value={value}
            onText={onText}
          />
          <span
            class="tc-accent__sample"
            aria-hidden="true"
            style={{ background: color, color: readableOn(color) }}
          >
            {text('email.accent.sample')}
          </span>
        </div>
      )}
    </Field>
  )
}
