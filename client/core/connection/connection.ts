export type ConnectionStatus = 'connecting' | 'connected' | 'reconnecting' | 'offline'

type Listener = () => void

/** What is known of the live connection, for those who show it or must catch up after a gap. */
export interface Connection {
  readonly status: ConnectionStatus
  /** Whether anybody can see the page. */
  readonly visible: boolean
  set(status: Exclude<ConnectionStatus, 'offline'>): void
  /** What the device says of its network. */
  setOnline(online: boolean): void
  /** What the browser says of the page. */
  setVisible(visible: boolean): void
  /** Nothing comes by itself: it is time to ask. */
  poll(): void
  /** Calls back on every change of the status. */
  onChange(listener: (status: ConnectionStatus) => void): () => void
  /** Calls back when something may have been missed: after an interruption, and on each poll. */
  onCatchUp(listener: Listener): () => void
  /** Calls back on each poll only: for what a subscription catches up with by itself. */
  onPoll(listener: Listener): () => void
  /** Calls back when the device has a network again: what waits for its next attempt need not. */
  onOnline(listener: Listener): () => void
  /** Calls back when the page is visible again. */
  onVisible(listener: Listener): () => void
}

function listeners<Arguments extends unknown[]>() {
  const all = new Set<(...values: Arguments) => void>()
  return {
    call: (...values: Arguments) => {
      for (const listener of [...all]) listener(...values)
    },
    add: (listener: (...values: Arguments) => void) => {
      all.add(listener)
      return () => {
        all.delete(listener)
      }
    },
  }
}

export function createConnection(): Connection {
  const changed = listeners<[ConnectionStatus]>()
  const missed = listeners<[]>()
  const polled = listeners<[]>()
  const backOnline = listeners<[]>()
  const shown = listeners<[]>()
  let line: Exclude<ConnectionStatus, 'offline'> = 'connecting'
  let online = true
  let visible = true
  let interrupted = false
  const status = () => (online ? line : 'offline')

  function change(apply: () => void): void {
    const before = status()
    apply()
    const now = status()
    if (now === before) return
    if (now !== 'connected') interrupted ||= now !== 'connecting'
    changed.call(now)
    if (now !== 'connected' || !interrupted) return
    interrupted = false
    missed.call()
  }

  return {
    get status() {
      return status()
    },
    get visible() {
      return visible
    },
    set: (next) =>
      change(() => {
        line = next
        // Devices err about their network; a connection does not.
        if (next === 'connected') online = true
      }),
    setOnline(next) {
      const before = online
      change(() => {
        online = next
      })
      if (next && !before) backOnline.call()
    },
    setVisible(next) {
      const before = visible
      visible = next
      if (next && !before) shown.call()
    },
    poll() {
      polled.call()
      missed.call()
    },
    onChange: changed.add,
    onCatchUp: missed.add,
    onPoll: polled.add,
    onOnline: backOnline.add,
    onVisible: shown.add,
  }
}

/** Waits so many milliseconds, or until the device is online again. */
export function pause(connection: Connection, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds)
    const stop = connection.onOnline(done)
    function done(): void {
      clearTimeout(timer)
      stop()
      resolve()
    }
  })
}
