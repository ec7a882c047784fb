import { useEffect } from 'preact/hooks'
import { useWebsiteLookQuery } from '../../graphql/hooks.ts'
import { useCatchUp } from '../../shell/use-connection.ts'
import { applyColorScheme } from './apply-color-scheme.ts'
import { applyLook } from './apply-look.ts'

/** Asks for the look after a lost connection: nobody tells what changed meanwhile. */
export function useLook(): void {
  const [{ data }, query] = useWebsiteLookQuery({ pause: true })
  useCatchUp(() => query({ requestPolicy: 'network-only' }))
  useEffect(() => {
    if (!data?.website) return
    applyLook(data.website.look)
    applyColorScheme(data.website.colorScheme)
  }, [data])
}
