import { useRef } from 'preact/hooks'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { TextInput } from '../../ui/TextInput.tsx'

interface Props {
  value: string
  onText: (text: string) => void
}

export function SearchField({ value, onText }: Props) {
  const text = useText()
  const input = useRef<HTMLInputElement>(null)

  function clear(): void {
    onText('')
    input.current?.focus()
  }

  return (
    <search class="tc-search">
      <Icon name="search" />
      <TextInput
        inputRef={input}
        class="tc-input tc-search__input"
        aria-label={text('tickets.search')}
        placeholder={text('tickets.search')}
        autocomplete="off"
        enterkeyhint="search"
        value={value}
        onText={onText}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value) clear()
        }}
      />
      {value && (
        <Button
          class="tc-button--icon tc-search__clear"
          aria-label={text('tickets.search.clear')}
          onClick={clear}
        >
          <Icon name="close" />
        </Button>
      )}
    </search>
  )
}
