import { useEffect, useRef } from 'preact/hooks'
import { lastInRow, newerThan } from '../../core/messages.ts'
import { useConversationQuery, useMessageAddedSubscription } from '../../graphql/hooks.ts'
import { eachTime } from '../../shell/subscriptions.ts'
import { useCatchUp } from '../../shell/use-connection.ts'
import { useStore } from '../state/context.ts'
import { isViewer } from '../state/reducer.ts'
import type { Message } from '../state/state.ts'

/** A loaded conversation is shown at once; the subscription adds later messages. */
export function useConversation(id: string, onMessage: (message: Message) => void) {
  const { state, dispatch } = useStore()
  const loaded = state.conversations[id]
  const after = useRef<number | undefined>(undefined)
  after.current ??= loaded && lastInRow(loaded.messages)

  const [{ data, error, fetching }, again] = useConversationQuery({ variables: { id }, pause: !!loaded })
  useEffect(() => {
    if (!data?.ticket) return
    if (loaded) for (const message of newerThan(loaded.messages, data.ticket.messages)) onMessage(message)
    dispatch({ type: 'conversation', start: data.ticket })
  }, [data])
  useCatchUp(() => again({ requestPolicy: 'network-only' }))

  const variables = { ticketId: id, after: after.current ?? null }
  useMessageAddedSubscription(
    { variables, pause: after.current === undefined },
    eachTime(({ messageAdded: message }) => {
      const isMine = isViewer(state, message.author.id)
      dispatch({ type: 'message', ticketId: id, message, isMine })
      onMessage(message)
    }),
  )

  return {
    conversation: loaded,
    failed: !loaded && !!error && !fetching,
    missing: !loaded && !!data && !data.ticket && !fetching,
    again: () => again({ requestPolicy: 'network-only' }),
  }
}
