import type {
  ConsoleConversationStartFragment,
  ConsoleMessagePageFragment,
} from '../../graphql/operations.ts'
import type { Conversation, Message, Outgoing, Ticket, TicketDetails } from './state.ts'

function nodes(page: ConsoleMessagePageFragment): Message[] {
  return page.edges.map((edge) => edge.node)
}

function olderThan(page: ConsoleMessagePageFragment): string | null {
  return page.pageInfo.hasPreviousPage ? page.pageInfo.startCursor : null
}

/** Held messages stay when the newest page reaches back to them; else there would be a gap. */
export function conversationOf(start: ConsoleConversationStartFragment, held?: Conversation): Conversation {
  const { messages: page, ...ticket } = start
  const fresh: Conversation = { ticket, messages: nodes(page), older: olderThan(page) }
  const first = fresh.messages[0]?.position ?? 1
  const last = fresh.messages.at(-1)?.position ?? 0
  const reaches = !!held?.messages.some((message) => message.position === first - 1)
  const newer = held?.messages.filter((message) => message.position > last) ?? []
  if (!held || !reaches) return { ...fresh, messages: [...fresh.messages, ...newer] }
  const before = held.messages.filter((message) => message.position < first)
  return { ticket, messages: [...before, ...fresh.messages, ...newer], older: held.older }
}

export function withOlderMessages(
  conversation: Conversation,
  page: ConsoleMessagePageFragment,
): Conversation {
  const first = conversation.messages[0]?.position ?? Number.POSITIVE_INFINITY
  const fresh = nodes(page).filter((message) => message.position < first)
  return { ...conversation, messages: [...fresh, ...conversation.messages], older: olderThan(page) }
}

export function withMessage(conversation: Conversation, message: Message): Conversation {
  const { messages } = conversation
  if (messages.some((held) => held.position === message.position)) return conversation
  const sorted = [...messages, message].sort((one, other) => one.position - other.position)
  return { ...conversation, messages: sorted }
}

function withOtherTicket({ customer, ...ticket }: TicketDetails, other: Ticket): TicketDetails {
  if (!customer.tickets || other.customer.id !== customer.id) return { ...ticket, customer }
  const { edges, totalCount } = customer.tickets
  const known = edges.some(({ node }) => node.id === other.id)
  const kept = edges.map((edge) => (edge.node.id === other.id ? { node: other } : edge))
  const tickets = known
    ? { edges: kept, totalCount }
    : { edges: [{ node: other }, ...edges], totalCount: (totalCount ?? edges.length) + 1 }
  return { ...ticket, customer: { ...customer, tickets } }
}

/** The conversation after a ticket changed: its own, or another one of the same customer. */
export function withChange(conversation: Conversation, ticket: Ticket): Conversation {
  const { customer, ...details } = withOtherTicket(conversation.ticket, ticket)
  if (ticket.id !== details.id) return { ...conversation, ticket: { ...details, customer } }
  return { ...conversation, ticket: { ...details, ...ticket, customer: { ...customer, ...ticket.customer } } }
}

/** A stored reply of mine may arrive live before the answer to its mutation does. */
export function withoutDelivered(outgoing: Outgoing[], message: Message, operatorId: string): Outgoing[] {
  const { author } = message
  if (author.__typename !== 'Operator' || author.id !== operatorId) return outgoing
  const index = outgoing.findIndex((reply) => reply.status === 'sending' && reply.body === message.body)
  return index < 0 ? outgoing : outgoing.toSpliced(index, 1)
}
