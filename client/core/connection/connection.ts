export type ConnectionStatus = 'connecting' | 'connected' | 'reconnecting'

/** What is known of the live connection, for whoever shows it or must catch up after a gap. */
export interface Connection {
  readonly status: ConnectionStatus
  set(status: ConnectionStatus): void
  /** Calls back on every change of the status. */
  onChange(listener: (status: ConnectionStatus) => void): () => void
  /** Calls back each time the connection is there again after it was lost. */
  onReconnect(listener: () => void): () => void
}

export function createConnection(): Connection {
  const listeners = new Set<(status: ConnectionStatus, before: ConnectionStatus) => void>()
  let current: ConnectionStatus = 'connecting'

  function listen(listener: (status: ConnectionStatus, before: ConnectionStatus) => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return {
    get status() {
      return current
    },
    set(status) {
      if (status === current) return
      const before = current
      current = status
      for (const listener of listeners) listener(status, before)
    },
    onChange: (listener) => listen(listener),
    onReconnect: (listener) =>
      listen((status, before) => {
        if (status === 'connected' && before === 'reconnecting') listener()
      }),
  }
}
