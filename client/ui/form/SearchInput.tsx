import { useRef } from 'preact/hooks'
import { Button } from '../Button.tsx'
import { Icon } from '../Icon.tsx'
import { TextInput } from './TextInput.tsx'

interface Props {
  label: string
  clearLabel: string
  value: string
  invalid?: boolean
  /** How a keyboard shortcut finds it. */
  'data-key-target'?: string
  onText: (text: string) => void
  onClear: () => void
  /** Called on Escape in an empty field. */
  onLeave?: (input: HTMLInputElement) => void
}

/** Searches as the user types; Escape clears the field. */
export function SearchInput({
  label,
  clearLabel,
  value,
  invalid,
  onText,
  onClear,
  onLeave,
  ...target
}: Props) {
  const input = useRef<HTMLInputElement>(null)

  function clear(): void {
    onClear()
    input.current?.focus()
  }

  return (
    <search class="tc-search">
      <Icon name="search" />
      <TextInput
        {...target}
        inputRef={input}
        class="tc-input tc-search__input"
        aria-label={label}
        placeholder={label}
        aria-invalid={invalid || undefined}
        autocomplete="off"
        enterkeyhint="search"
        value={value}
        onText={onText}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || (!value && !onLeave)) return
          event.preventDefault()
          if (value) clear()
          else onLeave?.(event.currentTarget)
        }}
      />
      {value && (
        <Button class="tc-button--icon tc-search__clear" aria-label={clearLabel} onClick={clear}>
          <Icon name="close" />
        </Button>
      )}
    </search>
  )
}
