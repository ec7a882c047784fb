import type { ConsoleTicketPageFragment } from '../../graphql/operations.ts'
import { type Filter, matches } from './filter.ts'
import type { State, Ticket } from './state.ts'

type List = Pick<State, 'tickets' | 'older' | 'listed'>

function newestFirst(one: Ticket, other: Ticket): number {
  return Date.parse(other.lastActivityAt) - Date.parse(one.lastActivityAt) || other.number - one.number
}

function merged(tickets: Ticket[], changed: Ticket[]): Ticket[] {
  const ids = new Set(changed.map((ticket) => ticket.id))
  return [...tickets.filter((ticket) => !ids.has(ticket.id)), ...changed].sort(newestFirst)
}

/** What is shown. The ticket in view stays in the list until the operator leaves it. */
export function visibleTickets({ tickets, filter, place }: State): Ticket[] {
  return tickets.filter((ticket) => ticket.id === place.ticketId || matches(ticket, filter))
}

/** Narrows what is there at once; the server's answer follows. */
export function withFilter(state: State, filter: Filter): State {
  const tickets = state.tickets.filter((ticket) => matches(ticket, filter))
  return { ...state, filter, tickets, older: null, listed: false }
}

/** The newest page decides on everything as new as itself; older pages that are held stay. */
export function withNewestPage(state: List, page: ConsoleTicketPageFragment): List {
  const fresh = page.edges.map((edge) => edge.node)
  const oldest = fresh.at(-1)
  const { hasNextPage, endCursor } = page.pageInfo
  if (!oldest || !hasNextPage) {
    return { tickets: fresh, older: hasNextPage ? endCursor : null, listed: true }
  }
  const tail = state.listed ? state.tickets.filter((ticket) => newestFirst(oldest, ticket) < 0) : []
  return { tickets: merged(tail, fresh), older: tail.length > 0 ? state.older : endCursor, listed: true }
}

export function withOlderPage(state: List, page: ConsoleTicketPageFragment): List {
  const { hasNextPage, endCursor } = page.pageInfo
  const known = new Set(state.tickets.map((ticket) => ticket.id))
  const fresh = page.edges.map((edge) => edge.node).filter((ticket) => !known.has(ticket.id))
  return { tickets: merged(state.tickets, fresh), older: hasNextPage ? endCursor : null, listed: true }
}

/** A ticket that is new to the list joins it, unless only the server can say so or its page is not loaded. */
export function withTicket(state: State, ticket: Ticket): Ticket[] {
  const { tickets, filter, older } = state
  if (tickets.some((held) => held.id === ticket.id)) return merged(tickets, [ticket])
  if (filter.search || !matches(ticket, filter)) return tickets
  const oldest = tickets.at(-1)
  if (older && oldest && newestFirst(oldest, ticket) < 0) return tickets
  return merged(tickets, [ticket])
}
