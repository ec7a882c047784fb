import { listeners } from './listeners.ts'

export type ConnectionStatus = 'connecting' | 'connected' | 'reconnecting' | 'offline'

type Listener = () => void

/** The state of the live connection, for code that shows it or catches up after a gap. */
export interface Connection {
  readonly status: ConnectionStatus
  /** Whether anybody can see the page. */
  readonly visible: boolean
  set(status: Exclude<ConnectionStatus, 'offline'>): void
  /** Whether the device reports a network. */
  setOnline(online: boolean): void
  /** Whether the browser reports the page as visible. */
  setVisible(visible: boolean): void
  /** Live updates are unavailable: time to poll. */
  poll(): void
  /** Calls back on every change of the status. */
  onChange(listener: (status: ConnectionStatus) => void): () => void
  /** Calls back when updates may have been missed: after an interruption, and on each poll. */
  onCatchUp(listener: Listener): () => void
  /** Calls back on each poll only: for data that a subscription otherwise keeps current. */
  onPoll(listener: Listener): () => void
  /** Calls back when the device has a network again: pending retries need not wait. */
  onOnline(listener: Listener): () => void
  /** Calls back when the page is visible again. */
  onVisible(listener: Listener): () => void
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
        // A device can be wrong about its network; a working connection cannot.
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

/** Waits this many milliseconds, or until the device is back online. */
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
