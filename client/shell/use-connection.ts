import { createContext } from 'preact'
import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { type Connection, type ConnectionStatus, createConnection } from '../core/connection/connection.ts'

export const ConnectionContext = createContext<Connection>(createConnection())

export function useConnectionStatus(): ConnectionStatus {
  const connection = useContext(ConnectionContext)
  const [status, setStatus] = useState(connection.status)
  useEffect(() => {
    setStatus(connection.status)
    return connection.onChange(setStatus)
  }, [connection])
  return status
}

/** For data that no subscription keeps current. */
export const useCatchUp = (callback: () => void) => useListener('onCatchUp', callback)

/** For data that a subscription keeps current, if subscriptions get through. */
export const usePoll = (callback: () => void) => useListener('onPoll', callback)

function useListener(event: 'onCatchUp' | 'onPoll', callback: () => void): void {
  const connection = useContext(ConnectionContext)
  const latest = useRef(callback)
  latest.current = callback
  useEffect(() => connection[event](() => latest.current()), [connection])
}
