import { useLayoutEffect, useRef } from 'preact/hooks'
import { classNames } from '../../ui/class-names.ts'
import { Status } from '../../ui/Status.tsx'
import { Time } from '../../ui/Time.tsx'
import { useRouter } from '../routing/route.ts'
import type { Ticket } from '../state/state.ts'
import { useText } from '../texts/use-text.ts'

interface Props {
  ticket: Ticket
  /** In the whole list, of which only a part may be in the page. */
  position: number
  of: number
}

export function TicketItem({ ticket, position, of }: Props) {
  const text = useText()
  const { route, go } = useRouter()
  const button = useRef<HTMLButtonElement>(null)
  const open = route.name === 'ticket' && route.id === ticket.id
  const left = route.name === 'list' && route.from === ticket.id
  const unread = ticket.unreadCount > 0

  useLayoutEffect(() => {
    if (left) button.current?.focus()
  }, [left])

  return (
    <li class="tc-ticket-item" aria-posinset={position} aria-setsize={of}>
      <button
        ref={button}
        type="button"
        class={classNames('tc-ticket', unread && 'tc-ticket--unread', open && 'tc-ticket--current')}
        aria-current={open ? 'true' : undefined}
        onClick={() => go({ name: 'ticket', id: ticket.id })}
      >
        <span class="tc-ticket__first">
          <span class="tc-ticket__subject" dir="auto">
            {ticket.subject}
          </span>
          <Time value={ticket.lastActivityAt} />
        </span>
        <span class="tc-ticket__preview" dir="auto">
          {ticket.preview}
        </span>
        <span class="tc-ticket__last">
          <Status status={ticket.status} label={text(`status.${ticket.status}`)} />
          {ticket.categoryName && (
            <span class="tc-ticket__category tc-aligned" dir="auto">
              {ticket.categoryName}
            </span>
          )}
        </span>
        {unread && <span class="tc-hidden">{text('tickets.unread', { count: ticket.unreadCount })}</span>}
      </button>
    </li>
  )
}
