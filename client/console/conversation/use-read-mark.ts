import { useEffect } from 'preact/hooks'
import { useConsoleMarkTicketReadMutation } from '../../graphql/hooks.ts'
import { useVisibility } from '../../shell/use-visibility.ts'
import { useStore } from '../state/context.ts'
import type { Conversation } from '../state/state.ts'

/** A message must be in view this long: passing by with the keyboard is not reading. */
const glance = 800

export function useReadMark(conversation: Conversation | undefined): void {
  const { dispatch } = useStore()
  const [, markRead] = useConsoleMarkTicketReadMutation()
  const visible = useVisibility()
  const ticketId = conversation?.ticket.id
  const position = conversation?.messages.at(-1)?.position
  const unread = !!conversation && conversation.ticket.unreadCount > 0

  useEffect(() => {
    if (!visible || !unread || !ticketId || !position) return
    const timer = setTimeout(async () => {
      const { data } = await markRead({ input: { ticketId, position } })
      const result = data?.markTicketRead
      if (result?.__typename === 'MarkTicketReadPayload') dispatch({ type: 'ticket', ticket: result.ticket })
    }, glance)
    return () => clearTimeout(timer)
  }, [visible, unread, ticketId, position])
}
