import { hasCode } from './error-codes.ts'
import type { Send } from './transport.ts'

/** The operations' texts by their ids. */
export type Texts = () => Promise<Record<string, string>>

type Errors = Parameters<typeof hasCode>[0]

/**
 * Sends an operation as text when the server does not know its id: the server was replaced by another build while this
 * page was open. From then on every operation is sent as text.
 */
export function asTextWhereUnknown(loadTexts: Texts) {
  let texts: Record<string, string> | undefined

  return (start: Send): Send =>
    (transport, request, sink) => {
      let over = false
      let sentAgain = false
      const known = texts?.[request.documentId]
      if (known) request.query = known

      async function sendAgain(): Promise<void> {
        if (sentAgain) return
        sentAgain = true
        try {
          texts ??= await loadTexts()
          const query = texts[request.documentId]
          if (!query) throw new Error('Unknown operation')
          request.query = query
          if (!over) stop = start(transport, request, sink)
        } catch (error) {
          if (!over) sink.error(error)
        }
      }

      const isUnknown = (errors: Errors) => !request.query && hasCode(errors, 'PERSISTED_DOCUMENT_NOT_FOUND')
      let stop = start(transport, request, {
        next: (result) => (isUnknown(result.errors) ? void sendAgain() : sink.next(result)),
        error: (error) => (Array.isArray(error) && isUnknown(error) ? void sendAgain() : sink.error(error)),
        complete: () => sentAgain || sink.complete(),
      })
      return () => {
        over = true
        stop()
      }
    }
}
