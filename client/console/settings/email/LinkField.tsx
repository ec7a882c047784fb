import { TextField } from '../../../ui/form/TextField.tsx'
import { useText } from '../use-text.ts'
import { exampleLink, exampleTicket } from './example-link.ts'

interface Props {
  label: string
  hint: string
  error: string | undefined
  placeholder: string
  value: string
  onText: (text: string) => void
}

/** A link template with a placeholder for the ticket, and an example of the result. */
export function LinkField({ label, hint, error, placeholder, value, onText }: Props) {
  const text = useText()
  const example = exampleLink(value)
  return (
    <div class="tc-email-link">
      <TextField
        label={label}
        hint={hint}
        error={error}
        value={value}
        limit={2_000}
        kind="url"
        placeholder={placeholder}
        onText={onText}
      />
      {example && (
        <p class="tc-email-link__example">
          {text('email.example', { number: exampleTicket.number })} <bdi dir="ltr">{example}</bdi>
        </p>
      )}
    </div>
  )
}
