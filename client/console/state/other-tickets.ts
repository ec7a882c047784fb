import { withTicket } from '../../core/tickets.ts'
import type { Conversation, Ticket, TicketDetails } from './state.ts'

/** Only as many are loaded as are shown: an older one that changes stays out. */
function withOtherTicket({ customer, ...ticket }: TicketDetails, other: Ticket): TicketDetails {
  if (!customer.tickets) return { ...ticket, customer }
  const known = customer.tickets.edges.map(({ node }) => node)
  const count = customer.tickets.totalCount ?? known.length
  const list = { tickets: known, older: count > known.length ? 'more' : null }
  const edges = withTicket(list, other).map((node) => ({ node }))
  // Opened after everything that was counted.
  const isNew = known.every(({ id, lastActivityAt }) => id !== other.id && lastActivityAt < other.createdAt)
  const tickets = { edges, totalCount: isNew ? count + 1 : count }
  return { ...ticket, customer: { ...customer, tickets } }
}

/** The conversation after its ticket or another of the same customer changed. Otherwise returns the same object. */
export function withChange(conversation: Conversation, ticket: Ticket): Conversation {
  const { id, customer: owner } = conversation.ticket
  if (ticket.id !== id && ticket.customer.id !== owner.id) return conversation
  const { customer, ...details } = withOtherTicket(conversation.ticket, ticket)
  if (ticket.id !== details.id) return { ...conversation, ticket: { ...details, customer } }
  return { ...conversation, ticket: { ...details, ...ticket, customer: { ...customer, ...ticket.customer } } }
}
