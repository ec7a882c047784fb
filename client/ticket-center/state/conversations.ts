import type { ConversationStartFragment, MessagePageFragment } from '../../graphql/operations.ts'
import type { Conversation, Message, Outgoing, Ticket } from './state.ts'

function nodes(page: MessagePageFragment): Message[] {
  return page.edges.map((edge) => edge.node)
}

function olderThan(page: MessagePageFragment): string | null {
  return page.pageInfo.hasPreviousPage ? page.pageInfo.startCursor : null
}

export function conversationOf({ messages, ...ticket }: ConversationStartFragment): Conversation {
  return { ticket, messages: nodes(messages), older: olderThan(messages) }
}

export function withOlderMessages(conversation: Conversation, page: MessagePageFragment): Conversation {
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

export function withTicketDetails(conversation: Conversation, ticket: Ticket): Conversation {
  return { ...conversation, ticket: { ...conversation.ticket, ...ticket } }
}

/** A stored message of mine may arrive live before the answer to its mutation does. */
export function withoutDelivered(outgoing: Outgoing[], message: Message, mine: boolean): Outgoing[] {
  if (!mine) return outgoing
  const index = outgoing.findIndex((reply) => reply.status === 'sending' && reply.body === message.body)
  return index < 0 ? outgoing : outgoing.toSpliced(index, 1)
}
