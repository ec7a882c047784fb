import { useLayoutEffect, useRef } from 'preact/hooks'
import { nameOf } from '../../shell/name-of.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Status } from '../../ui/Status.tsx'
import { Time } from '../../ui/Time.tsx'
import { ticketAddress } from '../address/address.ts'
import { Link } from '../address/Link.tsx'
import { useStore } from '../state/context.ts'
import type { Ticket } from '../state/state.ts'
import { useGo } from '../state/use-go.ts'
import { useText } from '../texts/use-text.ts'

export function TicketItem({ ticket }: { ticket: Ticket }) {
  const text = useText()
  const { screen, filter } = useStore().state
  const { open } = useGo()
  const link = useRef<HTMLAnchorElement>(null)
  const current = screen.ticketId === ticket.id
  const unread = ticket.unreadCount > 0
  const { customer, assignee, categoryName, status } = ticket

  useLayoutEffect(() => {
    const here = screen.by === 'stepping' || (screen.by === 'going back' && screen.pane === 'list')
    if (current && here) link.current?.focus()
  }, [screen])

  return (
    <li class="tc-ticket-item">
      <Link
        linkRef={link}
        href={ticketAddress(ticket.number)}
        class={classNames('tc-ticket', unread && 'tc-ticket--unread', current && 'tc-ticket--current')}
        aria-current={current ? 'true' : undefined}
        follow={() => open(ticket.id)}
      >
        <span class="tc-ticket__first">
          <span class="tc-ticket__customer" dir="auto">
            {nameOf(customer, text)}
          </span>
          {customer.name !== customer.email && !customer.erased && (
            <span class="tc-ticket__email">{customer.email}</span>
          )}
          <Time value={ticket.lastActivityAt} />
        </span>
        <span class="tc-ticket__subject" dir="auto">
          {ticket.subject}
        </span>
        <span class="tc-ticket__preview" dir="auto">
          {ticket.preview}
        </span>
        <span class="tc-ticket__last">
          {filter.view !== status && <Status status={status} label={text(`status.${status}`)} />}
          <span class="tc-ticket__number">
            <span class="tc-hidden">{text('list.number', { number: String(ticket.number) })}</span>
            <span aria-hidden="true">#{ticket.number}</span>
          </span>
          {categoryName && (
            <span class="tc-ticket__category" dir="auto">
              {categoryName}
            </span>
          )}
          {assignee && (
            <span class="tc-ticket__assignee" title={text('list.assigned', { name: assignee.name })}>
              <Avatar name={assignee.name} team />
              <span class="tc-hidden">{text('list.assigned', { name: assignee.name })}</span>
            </span>
          )}
        </span>
        {unread && <span class="tc-hidden">{text('list.unread', { count: ticket.unreadCount })}</span>}
      </Link>
    </li>
  )
}
