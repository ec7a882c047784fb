import { useEffect, useState } from 'preact/hooks'
import { useConnectionStatus } from './use-connection.ts'

const showAfter = 1_500

/** What keeps the app from its server: no network, as soon as the device says so; or an interruption that lasts. */
export function useInterruption(): 'offline' | 'reconnecting' | undefined {
  const status = useConnectionStatus()
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    setLasting(false)
    if (status !== 'reconnecting') return
    const timer = setTimeout(() => setLasting(true), showAfter)
    return () => clearTimeout(timer)
  }, [status])
  if (status === 'offline') return 'offline'
  return lasting && status === 'reconnecting' ? 'reconnecting' : undefined
}
