import { useEffect, useState } from 'preact/hooks'
import { withSearch } from '../../core/filter.ts'
import { maxSearch } from '../../core/limits.ts'
import { useTooLong } from '../../ui/form/limits.ts'
import { SearchInput } from '../../ui/form/SearchInput.tsx'
import { useDebounced } from '../../ui/form/use-debounced.ts'
import { useStore } from '../state/context.ts'
import { useText } from '../texts/use-text.ts'

export function SearchField() {
  const text = useText()
  const { state, dispatch } = useStore()
  const { search } = state.filter
  const [typed, setTyped] = useState(search)
  const settled = useDebounced(typed.trim(), 250)
  const tooLong = useTooLong('search', settled, maxSearch)

  useEffect(() => {
    if (settled !== search && !tooLong)
      dispatch({ type: 'filter', filter: withSearch(state.filter, settled) })
  }, [settled])

  // The search was cleared elsewhere.
  useEffect(() => {
    if (!search) setTyped('')
  }, [search])

  function clear(): void {
    setTyped('')
    dispatch({ type: 'filter', filter: withSearch(state.filter, '') })
  }

  return (
    <>
      <SearchInput
        label={text('list.search')}
        clearLabel={text('list.search.clear')}
        data-key-target="search"
        value={typed}
        invalid={!!tooLong}
        onText={setTyped}
        onClear={clear}
        onLeave={(input) => input.blur()}
      />
      {tooLong && (
        <p class="tc-search__excess tc-error" role="alert">
          {tooLong}
        </p>
      )}
    </>
  )
}
