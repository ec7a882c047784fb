import type { WebSocket } from 'ws'
import type { Context } from '../api/context.ts'

/** A socket, as graphql-ws passes it to each handler. */
export interface Connection extends Record<PropertyKey, unknown> {
  socket: WebSocket
  /** Of the handshake. */
  origin: string | null
  address: string
  /** Ends the count of a socket that is not authenticated yet. */
  isKnown: () => void
  /** Ids of subscriptions that have not started yet. */
  starting: Set<string>
  /** Once it is authenticated. */
  context?: Context
  /** Aborted when the socket closes, to end what waits for the caller's turn. */
  hungUp: AbortSignal
}
