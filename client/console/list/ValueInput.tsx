import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { maxFieldValue } from '../../core/limits.ts'
import { useTooLong } from '../../ui/form/limits.ts'
import { TextInput } from '../../ui/form/TextInput.tsx'
import { useText } from '../texts/use-text.ts'

interface Props {
  label: string
  search: (value: string) => void
}

/** The exact value that tickets must have, searched by Enter. */
export function ValueInput({ label, search }: Props) {
  const text = useText()
  const [typed, setTyped] = useState('')
  const tooLong = useTooLong('value', typed.trim(), maxFieldValue)
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => input.current?.focus(), [])
  return (
    <>
      <TextInput
        class="tc-input tc-filters__value"
        aria-label={label}
        aria-invalid={tooLong ? true : undefined}
        placeholder={text('list.field.placeholder')}
        autocomplete="off"
        inputRef={input}
        value={typed}
        onText={setTyped}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !tooLong) search(typed.trim())
        }}
      />
      {tooLong && (
        <p class="tc-error" role="alert">
          {tooLong}
        </p>
      )}
    </>
  )
}
