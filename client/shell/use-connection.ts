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

/** For what a subscription does not catch up by itself. */
export function useCatchUp(callback: () => void): void {
  const connection = useContext(ConnectionContext)
  const latest = useRef(callback)
  latest.current = callback
  useEffect(() => connection.onCatchUp(() => latest.current()), [connection])
}
