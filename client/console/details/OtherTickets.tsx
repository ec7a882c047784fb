import { firstFilter } from '../../core/filter.ts'
import { Status } from '../../ui/Status.tsx'
import { Time } from '../../ui/Time.tsx'
import { ticketAddress } from '../address/address.ts'
import { Link } from '../address/Link.tsx'
import { useStore } from '../state/context.ts'
import type { TicketDetails } from '../state/state.ts'
import { useGo } from '../state/use-go.ts'
import { useText } from '../texts/use-text.ts'

const shown = 5

export function OtherTickets({ ticket }: { ticket: TicketDetails }) {
  const text = useText()
  const { dispatch } = useStore()
  const { open, back } = useGo()
  const { tickets, email } = ticket.customer
  const others = tickets?.edges.map((edge) => edge.node).filter(({ id }) => id !== ticket.id) ?? []
  const count = tickets?.totalCount ?? 0

  function showAll(): void {
    dispatch({ type: 'filter', filter: { ...firstFilter, view: 'ALL', customerEmail: email } })
    back()
  }

  return (
    <section class="tc-details__section" aria-labelledby="tc-others-title">
      <h3 id="tc-others-title" class="tc-details__title">
        {text('customer.tickets')}
      </h3>
      {others.length === 0 && <p class="tc-hint">{text('customer.tickets.none')}</p>}
      <ul class="tc-others">
        {others.slice(0, shown).map((other) => (
          <li key={other.id}>
            <Link class="tc-other" href={ticketAddress(other.number)} follow={() => open(other.id)}>
              <span class="tc-other__subject" dir="auto">
                {other.subject}
              </span>
              <span class="tc-other__last">
                <Status status={other.status} label={text(`status.${other.status}`)} />
                <Time value={other.lastActivityAt} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <button type="button" class="tc-link tc-others__all" onClick={showAll}>
          {text('customer.tickets.all', { count })}
        </button>
      )}
    </section>
  )
}
