import { createStore } from '../../shell/store.ts'
import type { Action } from './reducer.ts'
import { initialState, type State } from './state.ts'

export const { StoreContext, useStore } = createStore<State, Action>(initialState)
