import { useEffect, useRef, useState } from 'preact/hooks'
import { useMarkTicketReadMutation } from '../../graphql/hooks.ts'
import { useVisibility } from '../../shell/use-visibility.ts'
import { useStore } from '../state/context.ts'
import type { Ticket } from '../state/state.ts'

/** Marks the ticket as read once its end has really been in view: in the frame, the dashboard and the window. */
export function useReadMark(ticket: Ticket, position: number) {
  const { dispatch } = useStore()
  const [, markRead] = useMarkTicketReadMutation()
  const end = useRef<HTMLDivElement>(null)
  const [inView, setInView] = useState(false)
  const visible = useVisibility()
  const marked = useRef(0)

  useEffect(() => {
    const observer = new IntersectionObserver((entries) => setInView(!!entries.at(-1)?.isIntersecting))
    if (end.current) observer.observe(end.current)
    return () => observer.disconnect()
  }, [])

  const due = inView && visible && ticket.unreadCount > 0 && marked.current < position
  useEffect(() => {
    if (!due) return
    marked.current = position
    void markRead({ input: { ticketId: ticket.id, position } }).then(({ data }) => {
      const result = data?.markTicketRead
      if (result?.__typename === 'MarkTicketReadPayload') dispatch({ type: 'ticket', ticket: result.ticket })
      else marked.current = 0
    })
  }, [due, position])

  return end
}
