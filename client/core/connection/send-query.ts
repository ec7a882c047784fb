import type { ExecutionResult } from 'graphql'
import { hasCode } from './error-codes.ts'
import { post } from './post.ts'
import { type GraphQLRequest, messageOf } from './request.ts'
import type { Send, Transport } from './transport.ts'

const socketPatience = 4_000

/** Over the socket if there is one (no preflight, no new connection); by POST if the socket does not answer. */
export const sendQuery: Send = (transport, request, sink) => {
  const abort = new AbortController()
  let leaveSocket = () => {}
  let settled = false

  function settle(finish: () => void): void {
    if (settled) return
    settled = true
    leaveSocket()
    finish()
  }

  function answer(result: ExecutionResult): void {
    settle(() => {
      sink.next(result)
      sink.complete()
    })
  }

  function byPost(): void {
    if (settled) return
    leaveSocket()
    const { url, send } = transport
    post(request, { url, send, signal: abort.signal }).then(
      (result) => {
        report('connected')
        answer(result)
      },
      (error) => {
        report('reconnecting')
        settle(() => sink.error(error))
      },
    )
  }

  /** While polling, only queries show whether the server can be reached. */
  function report(status: 'connected' | 'reconnecting'): void {
    if (transport.way === 'polling' && !abort.signal.aborted) transport.connection.set(status)
  }

  const { status } = transport.connection
  if (transport.way !== 'socket' || status === 'reconnecting' || status === 'offline') {
    byPost()
  } else {
    leaveSocket = bySocket(transport, request, answer, byPost)
  }

  return () => {
    settled = true
    leaveSocket()
    abort.abort()
  }
}

/** Sends it over the socket; gives up if that closes or does not answer. Returns a function that stops both. */
function bySocket(
  { socket }: Transport,
  request: GraphQLRequest,
  answer: (result: ExecutionResult) => void,
  giveUp: () => void,
): () => void {
  const timer = setTimeout(giveUp, socketPatience)
  const stopWatching = socket.on('closed', giveUp)
  const unsubscribe = socket.subscribe(messageOf(request), {
    next: (result) =>
      hasCode(result.errors, 'UNAUTHENTICATED') ? giveUp() : answer(result as ExecutionResult),
    error: (error) => (Array.isArray(error) ? answer({ errors: error }) : giveUp()),
    complete: () => {},
  })
  return () => {
    clearTimeout(timer)
    stopWatching()
    // Not while graphql-ws still reads the `complete` message that follows: it would count this operation twice.
    setTimeout(unsubscribe)
  }
}
