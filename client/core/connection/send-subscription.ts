import type { ExecutionResult } from 'graphql'
import { growingWaits } from './backoff.ts'
import { pause } from './connection.ts'
import { hasCode, passing } from './error-codes.ts'
import { followCursor } from './follow-cursor.ts'
import { type GraphQLRequest, messageOf } from './request.ts'
import type { Send, Transport, Way } from './transport.ts'

interface Subscription {
  transport: Transport
  request: GraphQLRequest
  next: (result: ExecutionResult) => void
  /** Aborted when nobody listens or when the transport changes. */
  signal: AbortSignal
}

/** Runs until the server ends or refuses it. A lost connection or a temporary failure never ends it. */
export const sendSubscription: Send = (transport, request, sink) => {
  const abort = new AbortController()
  const next = (result: ExecutionResult) => {
    if (!abort.signal.aborted && followCursor(request, result)) sink.next(result)
  }

  async function run(): Promise<void> {
    const nextWait = growingWaits()
    while (!abort.signal.aborted) {
      const left = new AbortController()
      const stopListening = transport.onWay(() => left.abort())
      const signal = AbortSignal.any([abort.signal, left.signal])
      try {
        const ended = await ways[transport.way]({ transport, request, next, signal })
        if (ended) return sink.complete()
      } catch (error) {
        if (Array.isArray(error) && !hasCode(error, ...passing)) return sink.error(error)
      } finally {
        stopListening()
      }
      if (!signal.aborted) await pause(transport.connection, nextWait())
    }
  }

  const stopWatching = transport.session.onEnd(() => abort.abort())
  void run()
  return () => {
    stopWatching()
    abort.abort()
  }
}

/** Resolve when the connection is over: true if the server ended the subscription. Reject with its refusal. */
const ways: Record<Way, (subscription: Subscription) => Promise<boolean>> = {
  async socket({ transport, request, next, signal }) {
    const { promise, resolve, reject } = Promise.withResolvers<boolean>()
    const unsubscribe = transport.socket.subscribe(messageOf(request), {
      next: (result) => (result.data ? next(result as ExecutionResult) : reject(result.errors)),
      error: reject,
      complete: () => resolve(true),
    })
    signal.addEventListener('abort', () => resolve(false))
    // Not while graphql-ws still reads the message.
    return promise.finally(() => setTimeout(unsubscribe))
  },

  async stream({ transport, request, next, signal }) {
    const { url, connection, send, session } = transport
    const token = await session.token()
    // Hardly any network needs it.
    const { eventStream, StreamBlocked } = await import('./event-stream.ts').catch((error) => {
      transport.giveUpStreams()
      throw error
    })
    let refused: ExecutionResult['errors']
    try {
      await eventStream(request, {
        url,
        send,
        signal,
        onOpen: () => connection.set('connected'),
        onResult: (result) => {
          if (result.data) next(result)
          else refused = result.errors
        },
      })
    } catch (error) {
      if (error instanceof StreamBlocked) transport.giveUpStreams()
      throw error
    } finally {
      if (!signal.aborted && !refused) connection.set('reconnecting')
    }
    if (hasCode(refused, 'UNAUTHENTICATED')) session.expire(token)
    if (refused) throw refused
    return false
  },

  /** The app refetches on its own on every poll: see `Connection.onCatchUp`. */
  polling: ({ signal }) =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(false))
    }),
}
