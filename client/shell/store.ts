import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

interface Store<State, Action> {
  state: State
  dispatch: (action: Action) => void
}

/** Gives an app's components access to its state. */
export function createStore<State, Action>(initial: State) {
  const StoreContext = createContext<Store<State, Action>>({ state: initial, dispatch: () => {} })
  return { StoreContext, useStore: () => useContext(StoreContext) }
}
