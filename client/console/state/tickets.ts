import { type Filter, matches, ticketFilter } from '../../core/filter.ts'
import { withNewestPage, withTicket } from '../../core/tickets.ts'
import type { ConsoleTicketPageFragment } from '../../graphql/operations.ts'
import type { State, Ticket } from './state.ts'

/** The tickets to show. The open ticket stays in the list until the operator leaves it. */
export function visibleTickets({ tickets, filter, screen }: State): Ticket[] {
  return tickets.filter((ticket) => ticket.id === screen.ticketId || matches(ticket, filter))
}

/** Filters the loaded tickets at once; the server's answer follows. */
export function withFilter(state: State, filter: Filter): State {
  // Nothing follows where the server is asked for the same, as when a tab is pressed again.
  if (JSON.stringify(ticketFilter(filter)) === JSON.stringify(ticketFilter(state.filter)))
    return { ...state, filter }
  const tickets = state.tickets.filter((ticket) => matches(ticket, filter))
  return { ...state, filter, tickets, older: null, listed: false }
}

/** Tickets left over from another filter are removed. */
export function withNewest(state: State, page: ConsoleTicketPageFragment): State {
  const loaded = state.listed ? state : { tickets: [], older: null }
  const changeCursor = state.changeCursor ?? page.changeCursor
  return { ...state, ...withNewestPage(loaded, page), changeCursor, listed: true }
}

/** A ticket that is new to the list joins it, unless only the server can say whether it belongs there. */
export function withChanged(state: State, ticket: Ticket): Ticket[] {
  const known = state.tickets.some(({ id }) => id === ticket.id)
  if (!known && (state.filter.search || !matches(ticket, state.filter))) return state.tickets
  return withTicket(state, ticket)
}
