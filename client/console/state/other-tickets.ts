import type { Conversation, Ticket, TicketDetails } from './state.ts'

function withOtherTicket({ customer, ...ticket }: TicketDetails, other: Ticket): TicketDetails {
  if (!customer.tickets) return { ...ticket, customer }
  const { edges, totalCount } = customer.tickets
  const known = edges.some(({ node }) => node.id === other.id)
  const kept = edges.map((edge) => (edge.node.id === other.id ? { node: other } : edge))
  const tickets = known
    ? { edges: kept, totalCount }
    : { edges: [{ node: other }, ...edges], totalCount: (totalCount ?? edges.length) + 1 }
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
