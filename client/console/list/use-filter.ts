import { useCallback } from 'preact/hooks'
import type { Filter } from '../../core/filter.ts'
import { useStore } from '../state/context.ts'

export function useFilter() {
  const { state, dispatch } = useStore()
  const { filter } = state
  const change = useCallback(
    (part: Partial<Filter>) => dispatch({ type: 'filter', filter: { ...filter, ...part } }),
    [dispatch, filter],
  )
  return { filter, change }
}
