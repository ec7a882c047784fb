import { useState } from 'preact/hooks'
import { Field } from '../../ui/form/Field.tsx'
import { TextInput } from '../../ui/form/TextInput.tsx'
import { useText } from '../texts/use-text.ts'

interface Props {
  label: string
  type: 'TEXT' | 'NUMBER'
  value: string
  failure: string | undefined
  set: (value: string) => void
}

/** Saved when the operator leaves it or presses Enter; Escape restores it. */
export function TypedValue({ label, type, value, failure, set }: Props) {
  const text = useText()
  const [typed, setTyped] = useState(value)

  function press(event: KeyboardEvent): void {
    if (event.key === 'Enter') set(typed.trim())
    if (event.key !== 'Escape') return
    event.stopPropagation()
    setTyped(value)
  }

  return (
    <Field label={label} error={failure} value={typed} limit={500}>
      {(control) => (
        <TextInput
          {...control}
          autocomplete="off"
          inputMode={type === 'NUMBER' ? 'decimal' : undefined}
          placeholder={text('details.field.none')}
          value={typed}
          onText={setTyped}
          onBlur={() => set(typed.trim())}
          onKeyDown={press}
        />
      )}
    </Field>
  )
}
