import { longDate } from '../../core/dates.ts'
import type { TicketPeopleFragment } from '../../graphql/operations.ts'
import { type Direction, isolate } from '../../i18n/direction.ts'
import { ticketNumber } from '../../i18n/ticket-number.ts'
import { nameOf } from '../../shell/name-of.ts'
import { useLocale } from '../../ui/locale.ts'
import { Status } from '../../ui/Status.tsx'
import { Late } from '../late/Late.tsx'
import { useStore } from '../state/context.ts'
import { isViewer } from '../state/reducer.ts'
import type { Ticket } from '../state/state.ts'
import { useText } from '../texts/use-text.ts'
import { StatusButton } from './StatusButton.tsx'
import { useClosed } from './use-closed.ts'

/** What the header says of a ticket below its subject, and what can be done with it. */
export function ConversationFacts({ ticket }: { ticket: Ticket & TicketPeopleFragment }) {
  const text = useText()
  const closed = useClosed(ticket)
  const locale = useLocale()
  const { state } = useStore()
  const own = isViewer(state, ticket.customer.id)
  const me = state.viewer?.__typename === 'Customer' ? state.viewer.email : ''
  const others = ticket.participants.map(({ email }) => email).filter((email) => email !== me)
  if (!own) others.unshift(nameOf(ticket.customer, text))
  const direction = document.documentElement.dir as Direction
  const people = new Intl.ListFormat(locale).format(others.map((name) => isolate(name, direction)))

  return (
    <>
      <p class="tc-facts">
        <Status status={ticket.status} label={text(`status.${ticket.status}`)} />
        {ticket.categoryName && <span dir="auto">{ticket.categoryName}</span>}
        <span>{text('conversation.number', { number: ticketNumber(locale, ticket.number) })}</span>
        <span class="tc-opened">
          {text('conversation.opened', { date: longDate(locale, new Date(ticket.createdAt)) })}
        </span>
        {ticket.assignee && (
          <span class="tc-assignee">{text('conversation.assignee', { name: ticket.assignee.name })}</span>
        )}
        {others.length > 0 && (
          <span class="tc-participants" title={people}>
            {text('conversation.with', { people })}
          </span>
        )}
      </p>
      {own && !closed && <StatusButton ticket={ticket} />}
      {!own && (
        <Late part="leave" rows={0} optional>
          {({ LeaveButton }) => <LeaveButton ticketId={ticket.id} />}
        </Late>
      )}
    </>
  )
}
