import { useEffect, useState } from 'preact/hooks'
import { useConnectionStatus } from './use-connection.ts'

const showAfter = 1_500

/** Offline as soon as the device reports it; reconnecting only if the interruption lasts. */
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
