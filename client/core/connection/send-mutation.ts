import { post } from './post.ts'
import type { Send } from './transport.ts'

/** Only by POST: graphql-ws repeats unanswered operations after a reconnect. */
export const sendMutation =
  (send?: typeof fetch): Send =>
  (transport, request, sink) => {
    const abort = new AbortController()
    post(request, { url: transport.url, send: send ?? transport.send, signal: abort.signal }).then(
      (result) => {
        sink.next(result)
        sink.complete()
      },
      (error) => {
        if (!abort.signal.aborted) sink.error(error)
      },
    )
    return () => abort.abort()
  }
