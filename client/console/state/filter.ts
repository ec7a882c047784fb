import type { TicketFilter, TicketStatus } from '../../graphql/operations.ts'
import type { Ticket } from './state.ts'

export type View = TicketStatus | 'ALL'

export const views: View[] = ['OPEN', 'PENDING', 'SOLVED', 'ALL']

export interface Filter {
  view: View
  categoryId: string | null
  assigneeId: string | null
  customerEmail: string | null
  search: string
}

/** Open tickets wait for the team: what is answered leaves the list. */
export const firstFilter: Filter = {
  view: 'OPEN',
  categoryId: null,
  assigneeId: null,
  customerEmail: null,
  search: '',
}

export function isNarrowed({ categoryId, assigneeId, customerEmail, search }: Filter): boolean {
  return !!(categoryId || assigneeId || customerEmail || search)
}

/** What the server is asked for. */
export function ticketFilter({ view, search, ...ids }: Filter): TicketFilter {
  return { ...ids, search: search || null, statuses: view === 'ALL' ? null : [view] }
}

/** Whether a ticket belongs in the list. What is searched for only the server can say. */
export function matches(ticket: Ticket, filter: Filter): boolean {
  const { view, categoryId, assigneeId, customerEmail } = filter
  return (
    (view === 'ALL' || ticket.status === view) &&
    (!categoryId || ticket.category?.id === categoryId) &&
    (!assigneeId || ticket.assignee?.id === assigneeId) &&
    (!customerEmail || ticket.customer.email === customerEmail)
  )
}
