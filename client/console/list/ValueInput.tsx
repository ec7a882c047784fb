import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { TextInput } from '../../ui/TextInput.tsx'
import { useText } from '../texts/use-text.ts'

interface Props {
  label: string
  search: (value: string) => void
}

/** The exact value that tickets must have, searched by Enter. */
export function ValueInput({ label, search }: Props) {
  const text = useText()
  const [typed, setTyped] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => input.current?.focus(), [])
  return (
    <TextInput
      class="tc-input tc-filters__value"
      aria-label={label}
      placeholder={text('list.field.placeholder')}
      autocomplete="off"
      maxLength={500}
      inputRef={input}
      value={typed}
      onText={setTyped}
      onKeyDown={(event) => {
        if (event.key === 'Enter') search(typed.trim())
      }}
    />
  )
}
