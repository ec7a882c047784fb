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
  const held = state.conversations[id]
  const after = useRef<number | undefined>(undefined)
  after.current ??= held && lastInRow(held.messages)

  const [{ data, error, fetching }, again] = useConversationQuery({ variables: { id }, pause: !!held })
  useEffect(() => {
    if (!data?.ticket) return
    if (held) for (const message of newerThan(held.messages, data.ticket.messages)) onMessage(message)
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
    conversation: held,
    failed: !held && !!error && !fetching,
    missing: !held && !!data && !data.ticket && !fetching,
    again: () => again({ requestPolicy: 'network-only' }),
  }
}
