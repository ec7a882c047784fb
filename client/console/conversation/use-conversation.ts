import { useEffect, useRef } from 'preact/hooks'
import { useConsoleConversationQuery, useConsoleMessageAddedSubscription } from '../../graphql/hooks.ts'
import { useOnReconnect } from '../../shell/use-connection.ts'
import { useStore } from '../state/context.ts'
import { useTeam } from '../team/context.ts'
import { useAnnounce } from '../use-announce.ts'
import { useText } from '../use-text.ts'

/** A ticket and its messages: as they were held at once, as the server has them a moment later, then live. */
export function useConversation(id: string) {
  const text = useText()
  const announce = useAnnounce()
  const { operator } = useTeam()
  const { state, dispatch } = useStore()
  const conversation = state.conversations[id]
  const [{ data, error, fetching }, query] = useConsoleConversationQuery({ variables: { id } })

  useEffect(() => {
    if (data?.ticket) dispatch({ type: 'conversation', start: data.ticket })
  }, [data])
  useOnReconnect(query)

  // Where the live messages begin. From then on the subscription keeps its own place.
  const after = useRef<number>(undefined)
  after.current ??= conversation && (conversation.messages.at(-1)?.position ?? 0)
  const variables = { ticketId: id, after: after.current ?? null }
  useConsoleMessageAddedSubscription<null>(
    { variables, pause: !conversation },
    (_, { messageAdded: message }) => {
      dispatch({ type: 'message', ticketId: id, message, operatorId: operator.id })
      const { author } = message
      if (author.__typename !== 'Operator' || author.id !== operator.id) {
        announce(text('conversation.announce', { name: author.name, text: message.body.slice(0, 300) }))
      }
      return null
    },
  )

  const answered = !fetching && !conversation
  return {
    conversation,
    missing: answered && !error && data?.ticket === null,
    failed: answered && !!error,
    again: () => query(),
  }
}
