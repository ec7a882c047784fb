import { useEffect } from 'preact/hooks'
import { useWebsiteLookQuery } from '../../graphql/hooks.ts'
import { useCatchUp } from '../../shell/use-connection.ts'
import type { Action } from '../state/reducer.ts'
import { applyColorScheme } from './apply-color-scheme.ts'
import { applyLook } from './apply-custom-styles.ts'

/** Reads the website again after a lost connection, to catch what changed meanwhile. */
export function useLook(dispatch: (action: Action) => void): void {
  const [{ data }, query] = useWebsiteLookQuery({ pause: true })
  useCatchUp(() => query({ requestPolicy: 'network-only' }))
  useEffect(() => {
    if (!data?.website) return
    dispatch({ type: 'website', website: data.website })
    applyLook(data.website.look)
    applyColorScheme(data.website.colorScheme)
  }, [data])
}
