import { useContext, useRef, useState } from 'preact/hooks'
import { maxSearch } from '../../core/limits.ts'
import { useTooLong } from '../../ui/form/limits.ts'
import { useDebounced } from '../../ui/form/use-debounced.ts'
import { PartsContext } from '../late/parts.ts'
import { anyTicket, type Choice } from './finding.ts'

/** How the visitor looks for tickets: by typed words, and by a filter if they have opened it. */
export function useFinding() {
  const parts = useContext(PartsContext)
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState<Choice>()
  const filterButton = useRef<HTMLButtonElement>(null)
  const settled = useDebounced(typed.trim(), 250)
  const search = typed && settled
  const { view, categoryId } = filter ?? anyTicket

  return {
    typed,
    search,
    tooLong: useTooLong('search', settled, maxSearch),
    filter,
    setFilter,
    filterButton,
    isActive: !!search || view !== 'ALL' || categoryId !== null,
    type(words: string): void {
      setTyped(words)
      // While the visitor is still typing.
      parts.found().catch(() => {})
    },
    reset(): void {
      setTyped('')
      if (filter) setFilter(anyTicket)
      // What was pressed for it goes with the results.
      filterButton.current?.focus()
    },
  }
}

export type Finding = ReturnType<typeof useFinding>
