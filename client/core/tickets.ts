import type { TicketList, TicketPage, TicketRow } from './rows.ts'

function newestFirst(one: TicketRow, other: TicketRow): number {
  return Date.parse(other.lastActivityAt) - Date.parse(one.lastActivityAt) || other.number - one.number
}

function merged<Ticket extends TicketRow>(tickets: Ticket[], changed: Ticket[]): Ticket[] {
  const ids = new Set(changed.map((ticket) => ticket.id))
  return [...tickets.filter((ticket) => !ids.has(ticket.id)), ...changed].sort(newestFirst)
}

/** The newest page replaces everything as new as itself; older loaded pages stay. */
export function withNewestPage<Ticket extends TicketRow>(
  list: TicketList<Ticket>,
  { edges, pageInfo: { hasNextPage, endCursor } }: TicketPage<Ticket>,
): TicketList<Ticket> {
  const fresh = edges.map(({ node }) => node)
  const oldest = fresh.at(-1)
  if (!oldest || !hasNextPage) return { tickets: fresh, older: hasNextPage ? endCursor : null }
  const tail = list.tickets.filter((ticket) => newestFirst(oldest, ticket) < 0)
  return { tickets: merged(tail, fresh), older: tail.length > 0 ? list.older : endCursor }
}

/** A ticket that is already loaded is newer than the same ticket in an older page. */
export function withOlderPage<Ticket extends TicketRow>(
  { tickets }: TicketList<Ticket>,
  { edges, pageInfo: { hasNextPage, endCursor } }: TicketPage<Ticket>,
): TicketList<Ticket> {
  const known = new Set(tickets.map(({ id }) => id))
  const fresh = edges.map(({ node }) => node).filter(({ id }) => !known.has(id))
  return { tickets: merged(tickets, fresh), older: hasNextPage ? endCursor : null }
}

/** Whether a later state of the ticket is loaded: a response may arrive after a newer live update. */
export const isOutdated = (ticket: TicketRow, loaded: TicketRow | undefined) =>
  (loaded?.updatedAt ?? '') > (ticket.updatedAt ?? '')

/** A ticket older than the last loaded page waits for its page. */
export function withTicket<Ticket extends TicketRow>(list: TicketList<Ticket>, ticket: Ticket): Ticket[] {
  const { tickets, older } = list
  const oldest = tickets.at(-1)
  const known = tickets.some(({ id }) => id === ticket.id)
  if (!known && older && oldest && newestFirst(oldest, ticket) < 0) return tickets
  return merged(tickets, [ticket])
}
