import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** Kept in memory: the frame must not touch the dashboard's history. */
export type Route =
  | { name: 'list'; from?: string }
  | { name: 'ticket'; id: string }
  | { name: 'number'; number: number }
  | { name: 'new' }

export interface Router {
  route: Route
  go: (route: Route) => void
  /** The same place under a better name; the visitor has not moved. */
  replace: (route: Route) => void
  /** False until the visitor navigates: opening the dashboard must not move the focus into the frame. */
  moved: boolean
}

export const RouterContext = createContext<Router>({
  route: { name: 'list' },
  go: () => {},
  replace: () => {},
  moved: false,
})

export function useRouter(): Router {
  return useContext(RouterContext)
}
