import type { ExecutionResult } from 'graphql'
import type { Client as Socket } from 'graphql-ws/client'
import type { Connection } from './connection.ts'
import type { GraphQLRequest } from './post.ts'

/** What queries and subscriptions travel on. */
export interface Transport {
  socket: Socket
  connection: Connection
  /** `fetch` with the session's token. */
  send: typeof fetch
  /** True once the network has proved to let no WebSocket through. */
  blocked(): boolean
  onBlocked(listener: () => void): () => void
}

export interface Sink {
  next(result: ExecutionResult): void
  error(error: unknown): void
  complete(): void
}

export type Send = (transport: Transport, request: GraphQLRequest, sink: Sink) => () => void

const patience = 2

export function createTransport(socket: Socket, connection: Connection, send: typeof fetch): Transport {
  const listeners = new Set<() => void>()
  let failures = 0
  let everConnected = false

  socket.on('connected', () => {
    everConnected = true
  })
  socket.on('closed', () => {
    if (everConnected || ++failures !== patience) return
    for (const listener of [...listeners]) listener()
  })

  return {
    socket,
    connection,
    send,
    blocked: () => !everConnected && failures >= patience,
    onBlocked(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
