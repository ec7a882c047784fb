import { useCallback, useEffect, useReducer } from 'preact/hooks'
import { useFirstScreenQuery } from '../graphql/hooks.ts'
import type { FirstScreenQuery } from '../graphql/operations.ts'
import { reduce } from './state/reducer.ts'
import { initialState, type State } from './state/state.ts'

function start(embedded: FirstScreenQuery | null): State {
  return embedded ? reduce(initialState, { type: 'first-screen', data: embedded }) : initialState
}

/** The app's state, starting with the data inside the document. */
export function useFirstScreen(embedded: FirstScreenQuery | null) {
  const [state, dispatch] = useReducer(reduce, embedded, start)
  const [result, query] = useFirstScreenQuery({ pause: true })
  const reload = useCallback(() => query({ requestPolicy: 'network-only' }), [query])

  useEffect(() => {
    if (!state.loaded) reload()
  }, [])

  useEffect(() => {
    if (result.data) dispatch({ type: 'first-screen', data: result.data })
  }, [result.data])

  const failed = !state.loaded && !result.fetching && !!(result.error ?? result.data)
  return { state, dispatch, failed, reload }
}
