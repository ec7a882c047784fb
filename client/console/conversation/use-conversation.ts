import { useEffect, useRef } from 'preact/hooks'
import { lastInRow, newerThan } from '../../core/messages.ts'
import { useConsoleConversationQuery, useConsoleMessageAddedSubscription } from '../../graphql/hooks.ts'
import { eachTime } from '../../shell/subscriptions.ts'
import { useCatchUp } from '../../shell/use-connection.ts'
import { useAnnounce } from '../announcements/use-announce.ts'
import { useStore } from '../state/context.ts'
import type { Message } from '../state/state.ts'
import { useTeam } from '../team/context.ts'
import { useText } from '../texts/use-text.ts'

/** A ticket and its messages: the loaded state first, then the server's, then live. */
export function useConversation(id: string) {
  const text = useText()
  const announce = useAnnounce()
  const { operator } = useTeam()
  const { state, dispatch } = useStore()
  const conversation = state.conversations[id]
  const [{ data, error, fetching }, query] = useConsoleConversationQuery({ variables: { id } })

  useEffect(() => {
    if (!data?.ticket) return
    if (conversation)
      for (const message of newerThan(conversation.messages, data.ticket.messages)) announceOthers(message)
    dispatch({ type: 'conversation', start: data.ticket })
  }, [data])
  useCatchUp(query)

  const isMine = ({ author }: Message) => author.id === operator.id

  function announceOthers(message: Message): void {
    if (isMine(message)) return
    const { author, body } = message
    announce(text('conversation.announce', { name: author.name, text: body.slice(0, 300) }))
  }

  // Where live messages begin. From then on the subscription tracks its own position.
  const after = useRef<number>(undefined)
  after.current ??= conversation && lastInRow(conversation.messages)
  const variables = { ticketId: id, after: after.current ?? null }
  useConsoleMessageAddedSubscription(
    { variables, pause: !conversation },
    eachTime(({ messageAdded: message }) => {
      dispatch({ type: 'message', ticketId: id, message, isMine: isMine(message) })
      announceOthers(message)
    }),
  )

  const answered = !fetching && !conversation
  return {
    conversation,
    missing: answered && !error && data?.ticket === null,
    failed: answered && !!error,
    again: () => query(),
  }
}
