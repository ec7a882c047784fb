import { useEffect, useState } from 'preact/hooks'
import { useConnectionStatus } from './use-connection.ts'

const patience = 1_500

/** True once the connection has been away for so long that it is worth a word. */
export function useInterruption(): boolean {
  const status = useConnectionStatus()
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    setLasting(false)
    if (status !== 'reconnecting') return
    const timer = setTimeout(() => setLasting(true), patience)
    return () => clearTimeout(timer)
  }, [status])
  return lasting
}
