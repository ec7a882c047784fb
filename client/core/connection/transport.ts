import type { ExecutionResult } from 'graphql'
import type { Client as Socket } from 'graphql-ws/client'
import type { Connection } from './connection.ts'
import type { GraphQLRequest } from './request.ts'
import type { SessionKeeper } from './session.ts'

/** How what changes gets here: over the socket; by event stream where no socket gets through; else by asking again. */
export type Way = 'socket' | 'stream' | 'polling'

/** What queries and subscriptions travel on. */
export interface Transport {
  url: string
  socket: Socket
  connection: Connection
  /** `fetch` with the session's token. */
  send: typeof fetch
  session: SessionKeeper
  readonly way: Way
  /** No event stream gets through either. */
  giveUpStreams(): void
  /** Calls back each time the way is another one. */
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
const pollEvery = 5_000

export function createTransport(parts: Parts): Transport {
  const { socket, connection, session } = parts
  const listeners = new Set<() => void>()
  let way: Way = 'socket'
  let failures = 0
  let everConnected = false
  let polls: ReturnType<typeof setInterval>

  function take(next: Way): void {
    if (next === way) return
    way = next
    clearInterval(polls)
    if (way === 'polling') polls = setInterval(connection.poll, pollEvery)
    for (const listener of [...listeners]) listener()
    if (way === 'polling') connection.poll()
  }

  socket.on('connected', () => {
    everConnected = true
    take('socket')
  })
  socket.on('closed', () => {
    if (everConnected || way !== 'socket' || connection.status === 'offline') return
    failures += 1
    if (failures >= socketAttempts) take('stream')
  })
  // It may be another network, which lets more through.
  connection.onOnline(() => {
    failures = 0
    take('socket')
  })
  session.onEnd(() => clearInterval(polls))

  return {
    ...parts,
    get way() {
      return way
    },
    giveUpStreams: () => take('polling'),
    onWay(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
