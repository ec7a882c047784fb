import { createContext } from 'preact'
import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { type Connection, type ConnectionStatus, createConnection } from '../core/connection/connection.ts'

export const ConnectionContext = createContext<Connection>(createConnection())

export function useConnectionStatus(): ConnectionStatus {
  const connection = useContext(ConnectionContext)
  const [status, setStatus] = useState(connection.status)
  useEffect(() => connection.onChange(setStatus), [connection])
  return status
}

/** For whatever a subscription does not catch up by itself. */
export function useOnReconnect(callback: () => void): void {
  const connection = useContext(ConnectionContext)
  const latest = useRef(callback)
  latest.current = callback
  useEffect(() => connection.onReconnect(() => latest.current()), [connection])
}
