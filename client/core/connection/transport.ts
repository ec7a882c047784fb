import type { ExecutionResult } from 'graphql'
import type { Connection } from './connection.ts'
import { listeners } from './listeners.ts'
import { about, startPolling } from './polling.ts'
import type { GraphQLRequest } from './request.ts'
import type { SessionKeeper } from './session.ts'
import type { Socket } from './socket.ts'

/** How updates arrive: over the socket; by event stream if no socket gets through; otherwise by polling. */
export type Way = 'socket' | 'stream' | 'polling'

/** What queries and subscriptions are sent over. */
export interface Transport {
  url: string
  socket: Socket
  connection: Connection
  /** `fetch` with the session's token. */
  send: typeof fetch
  session: SessionKeeper
  readonly way: Way
  /** Event streams, or their script, are blocked, too. */
  giveUpStreams(): void
  /** Calls back whenever `way` changes. */
  onWay(listener: () => void): () => void
}

export interface Sink {
  next(result: ExecutionResult): void
  error(error: unknown): void
  complete(): void
}

export type Send = (transport: Transport, request: GraphQLRequest, sink: Sink) => () => void

type Parts = Pick<Transport, 'url' | 'socket' | 'connection' | 'send' | 'session'>

const socketAttempts = 2
/** Sockets may be blocked only for now: while polling, try one from time to time. */
const socketRetryAfter = 5 * 60_000

export function createTransport(parts: Parts): Transport {
  const { socket, connection, session } = parts
  const changed = listeners<[]>()
  let way: Way = 'socket'
  let failures = 0
  let everConnected = false
  let streamsBlocked = false
  let stopPolling = () => {}
  let stopRetry = () => {}

  function take(next: Way): void {
    if (next === way) return
    way = next
    stopRetry()
    // Keep polling while a socket is only being tried.
    if (next !== 'socket') stopPolling()
    changed.call()
    if (next !== 'polling') return
    stopPolling = startPolling(connection)
    stopRetry = whileVisible(connection, socketRetryAfter, () => {
      failures = socketAttempts - 1
      take('socket')
    })
  }

  socket.on('connected', () => {
    everConnected = true
    stopPolling()
    take('socket')
  })
  socket.on('closed', () => {
    if (everConnected || way !== 'socket' || connection.status === 'offline') return
    failures += 1
    if (failures >= socketAttempts) take(streamsBlocked ? 'polling' : 'stream')
  })
  // It may be another network that blocks less.
  connection.onOnline(() => {
    failures = 0
    streamsBlocked = false
    take('socket')
  })
  session.onEnd(() => {
    stopPolling()
    stopRetry()
  })

  return {
    ...parts,
    get way() {
      return way
    },
    giveUpStreams() {
      streamsBlocked = true
      take('polling')
    },
    onWay: changed.add,
  }
}

/** Calls back after about that long, or later if the page is hidden then. Returns a function that stops it. */
function whileVisible(connection: Connection, wait: number, callback: () => void): () => void {
  let timer = setTimeout(expire, about(wait))
  function expire(): void {
    if (connection.visible) callback()
    else timer = setTimeout(expire, about(wait))
  }
  return () => clearTimeout(timer)
}
