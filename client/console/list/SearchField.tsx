import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useTooLong } from '../../ui/limits.ts'
import { TextInput } from '../../ui/TextInput.tsx'
import { useDebounced } from '../../ui/use-debounced.ts'
import { useStore } from '../state/context.ts'
import { withSearch } from '../state/filter.ts'
import { useText } from '../use-text.ts'

export function SearchField() {
  const text = useText()
  const { state, dispatch } = useStore()
  const { search } = state.filter
  const [typed, setTyped] = useState(search)
  const settled = useDebounced(typed.trim(), 250)
  const tooLong = useTooLong('search', settled, 200)
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (settled !== search && !tooLong)
      dispatch({ type: 'filter', filter: withSearch(state.filter, settled) })
  }, [settled])

  // Cleared from elsewhere.
  useEffect(() => {
    if (!search) setTyped('')
  }, [search])

  function clear(): void {
    setTyped('')
    dispatch({ type: 'filter', filter: withSearch(state.filter, '') })
    input.current?.focus()
  }

  return (
    <>
      <search class="tc-search">
        <Icon name="search" />
        <TextInput
          inputRef={input}
          class="tc-input tc-search__input"
          data-key-target="search"
          aria-label={text('list.search')}
          placeholder={text('list.search')}
          aria-invalid={tooLong ? true : undefined}
          autocomplete="off"
          enterkeyhint="search"
          value={typed}
          onText={setTyped}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            if (typed) clear()
            else input.current?.blur()
          }}
        />
        {typed && (
          <Button
            class="tc-button--icon tc-search__clear"
            aria-label={text('list.search.clear')}
            onClick={clear}
          >
            <Icon name="close" />
          </Button>
        )}
      </search>
      {tooLong && (
        <p class="tc-search__excess tc-error" role="alert">
          {tooLong}
        </p>
      )}
    </>
  )
}
