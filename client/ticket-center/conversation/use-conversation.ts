import { useEffect, useRef } from 'preact/hooks'
import { useConversationQuery, useMessageAddedSubscription } from '../../graphql/hooks.ts'
import { useStore } from '../state/context.ts'
import type { Message } from '../state/state.ts'

/** A conversation that is held already is shown at once; the subscription brings what came since. */
export function useConversation(id: string, onMessage: (message: Message) => void) {
  const { state, dispatch } = useStore()
  const held = state.conversations[id]
  const after = useRef<number | undefined>(undefined)
  after.current ??= held?.messages.at(-1)?.position

  const [{ data, error, fetching }, again] = useConversationQuery({ variables: { id }, pause: !!held })
  useEffect(() => {
    if (data?.ticket) dispatch({ type: 'conversation', start: data.ticket })
  }, [data])

  const variables = { ticketId: id, after: after.current ?? null }
  useMessageAddedSubscription({ variables, pause: after.current === undefined }, (_, data) => {
    dispatch({ type: 'message', ticketId: id, message: data.messageAdded })
    onMessage(data.messageAdded)
    return data
  })

  return {
    conversation: held,
    failed: !!error && !fetching,
    missing: !!data && !data.ticket && !fetching,
    again: () => again({ requestPolicy: 'network-only' }),
  }
}
