import type { ExecutionResult } from 'graphql'
import { backoff, wait } from './backoff.ts'
import { eventStream } from './event-stream.ts'
import { followCursor } from './follow-cursor.ts'
import type { GraphQLRequest } from './post.ts'
import type { Send, Transport } from './transport.ts'

type Deliver = (result: ExecutionResult) => void

/** Runs until the server ends it or refuses it; losing the connection is never the end. */
export const sendSubscription: Send = (transport, request, sink) => {
  const abort = new AbortController()
  const { signal } = abort

  function deliver(result: ExecutionResult): void {
    if (!signal.aborted && followCursor(request, result)) sink.next(result)
  }

  async function run(): Promise<void> {
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        const ended = transport.blocked()
          ? await overStream(transport, request, deliver, signal)
          : await overSocket(transport, request, deliver, signal)
        if (ended) return sink.complete()
      } catch (error) {
        if (Array.isArray(error)) return sink.error(error)
      }
      if (!signal.aborted) await wait(backoff(attempt))
    }
  }

  void run()
  return () => abort.abort()
}

/** True: ended by the server. False: left, or the socket turned out to be blocked. */
async function overSocket(
  { socket, onBlocked }: Transport,
  request: GraphQLRequest,
  next: Deliver,
  signal: AbortSignal,
): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>()
  const unsubscribe = socket.subscribe(request as never, {
    next: (result) => next(result as ExecutionResult),
    error: reject,
    complete: () => resolve(true),
  })
  const leave = () => {
    setTimeout(unsubscribe)
    resolve(false)
  }
  const stopListening = onBlocked(leave)
  signal.addEventListener('abort', leave)
  try {
    return await promise
  } finally {
    stopListening()
    signal.removeEventListener('abort', leave)
  }
}

async function overStream(
  { connection, send }: Transport,
  request: GraphQLRequest,
  next: Deliver,
  signal: AbortSignal,
): Promise<false> {
  let refused: ExecutionResult['errors']
  try {
    await eventStream(request, {
      send,
      signal,
      onOpen: () => connection.set('connected'),
      onResult: (result) => {
        if (result.data) next(result)
        else refused = result.errors
      },
    })
  } finally {
    if (!signal.aborted && !refused) connection.set('reconnecting')
  }
  if (refused) throw refused
  return false
}
