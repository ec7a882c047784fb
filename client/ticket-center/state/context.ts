import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Action } from './reducer.ts'
import { initialState, type State } from './state.ts'

interface Store {
  state: State
  dispatch: (action: Action) => void
}

export const StoreContext = createContext<Store>({ state: initialState, dispatch: () => {} })

export function useStore(): Store {
  return useContext(StoreContext)
}
