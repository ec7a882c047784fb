import { useEffect } from 'preact/hooks'
import { useWebsiteAppearanceQuery } from '../../graphql/hooks.ts'
import { useCatchUp } from '../../shell/use-connection.ts'
import type { Action } from '../state/reducer.ts'
import { changeAppearance } from './change-appearance.ts'

/** Refetches the website after a lost connection, to catch changes in between. */
export function useAppearance(dispatch: (action: Action) => void): void {
  const [{ data }, query] = useWebsiteAppearanceQuery({ pause: true })
  useCatchUp(() => query({ requestPolicy: 'network-only' }))
  useEffect(() => {
    if (!data?.website) return
    dispatch({ type: 'website', website: data.website })
    changeAppearance(data.website)
  }, [data])
}
