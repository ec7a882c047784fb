import type { TicketFilter, TicketStatus } from '../graphql/operations.ts'

export type View = TicketStatus | 'ALL'

export const views: View[] = ['OPEN', 'PENDING', 'SOLVED', 'ALL']

export interface Filter {
  view: View
  categoryId: string | null
  assigneeId: string | null
  /** Only unassigned tickets. */
  unassigned: boolean
  customerEmail: string | null
  /** Only tickets with this value of a field. */
  field: { name: string; value: string } | null
  search: string
  /** The view to restore when the search is cleared. */
  viewBefore: View | null
}

/** Open tickets wait for the team; answered ones leave the list. */
export const firstFilter: Filter = {
  view: 'OPEN',
  categoryId: null,
  assigneeId: null,
  unassigned: false,
  customerEmail: null,
  field: null,
  search: '',
  viewBefore: null,
}

export function isNarrowed(filter: Filter): boolean {
  const { categoryId, assigneeId, unassigned, customerEmail, field, search } = filter
  return !!(categoryId || assigneeId || unassigned || customerEmail || field || search)
}

/** A search starts with all tickets: the one people look for is rarely still open. */
export function withSearch(filter: Filter, search: string): Filter {
  if (!search) return { ...filter, search, view: filter.viewBefore ?? filter.view, viewBefore: null }
  if (filter.search) return { ...filter, search }
  return { ...filter, search, view: 'ALL', viewBefore: filter.view }
}

/** The filter as the API takes it. */
export function ticketFilter({ view, unassigned, field, search, ...filter }: Filter): TicketFilter {
  const { categoryId, assigneeId, customerEmail } = filter
  return {
    statuses: view === 'ALL' ? null : [view],
    categoryId,
    assigneeId,
    unassigned: unassigned || null,
    customerEmail,
    fields: field ? [field] : null,
    search: search || null,
  }
}

/** The fields of a ticket that the filter reads. */
interface Filtered {
  status: TicketStatus
  category: { id: string } | null
  assignee: { id: string } | null
  customer: { email: string }
  fields: { name: string; value: string }[]
}

/**
 * Whether a ticket belongs in the console's list, by the server's rules. Only the server can evaluate a search. The
 * frame's list has its own, simpler rule: `ticket-center/tickets/use-found-pages.ts`.
 */
export function matches(ticket: Filtered, filter: Filter): boolean {
  const { view, categoryId, assigneeId, unassigned, customerEmail, field } = filter
  return (
    (view === 'ALL' || ticket.status === view) &&
    (!categoryId || ticket.category?.id === categoryId) &&
    (!assigneeId || ticket.assignee?.id === assigneeId) &&
    (!unassigned || !ticket.assignee) &&
    (!customerEmail || ticket.customer.email === customerEmail) &&
    (!field || ticket.fields.some(({ name, value }) => name === field.name && value === field.value))
  )
}
