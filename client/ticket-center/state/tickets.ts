import type { TicketPageFragment } from '../../graphql/operations.ts'
import type { State, Ticket } from './state.ts'

function newestFirst(one: Ticket, other: Ticket): number {
  return Date.parse(other.lastActivityAt) - Date.parse(one.lastActivityAt) || other.number - one.number
}

function merged(tickets: Ticket[], changed: Ticket[]): Ticket[] {
  const ids = new Set(changed.map((ticket) => ticket.id))
  return [...tickets.filter((ticket) => !ids.has(ticket.id)), ...changed].sort(newestFirst)
}

type List = Pick<State, 'tickets' | 'older'>

/** The newest page decides on everything as new as itself; older pages that are held stay. */
export function withNewestPage(state: List, page: TicketPageFragment): List {
  const fresh = page.edges.map((edge) => edge.node)
  const oldest = fresh.at(-1)
  if (!oldest || !page.pageInfo.hasNextPage) return { tickets: fresh, older: null }
  const tail = state.tickets.filter((ticket) => newestFirst(oldest, ticket) < 0)
  return { tickets: merged(tail, fresh), older: tail.length > 0 ? state.older : page.pageInfo.endCursor }
}

export function withOlderPage(state: List, page: TicketPageFragment): List {
  const { hasNextPage, endCursor } = page.pageInfo
  const known = new Set(state.tickets.map((ticket) => ticket.id))
  const fresh = page.edges.map((edge) => edge.node).filter((ticket) => !known.has(ticket.id))
  return { tickets: merged(state.tickets, fresh), older: hasNextPage ? endCursor : null }
}

/** A ticket older than the last page that is loaded waits for its page. */
export function withTicket(state: List, ticket: Ticket): Ticket[] {
  const oldest = state.tickets.at(-1)
  const known = state.tickets.some((held) => held.id === ticket.id)
  if (!known && state.older && oldest && newestFirst(oldest, ticket) < 0) return state.tickets
  return merged(state.tickets, [ticket])
}
