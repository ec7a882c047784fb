import type {
  ConversationStartFragment,
  FirstScreenQuery,
  MessagePageFragment,
  TicketPageFragment,
  WebsiteDetailsFragment,
} from '../../graphql/operations.ts'
import {
  conversationOf,
  withMessage,
  withOlderMessages,
  withoutDelivered,
  withTicketDetails,
} from './conversations.ts'
import type { Message, Outgoing, State, Ticket } from './state.ts'
import { withNewestPage, withOlderPage, withTicket } from './tickets.ts'

export type Action =
  | { type: 'first-screen'; data: FirstScreenQuery }
  | { type: 'website'; website: WebsiteDetailsFragment }
  | { type: 'older-tickets'; page: TicketPageFragment }
  | { type: 'ticket'; ticket: Ticket }
  | { type: 'ticket-gone'; ticketId: string }
  | { type: 'conversation'; start: ConversationStartFragment }
  | { type: 'older-messages'; ticketId: string; page: MessagePageFragment }
  | { type: 'message'; ticketId: string; message: Message }
  | { type: 'outgoing'; ticketId: string; reply: Outgoing }
  | { type: 'settled'; ticketId: string; key: string }

function outgoingOf(state: State, ticketId: string, change: (outgoing: Outgoing[]) => Outgoing[]) {
  return { ...state.outgoing, [ticketId]: change(state.outgoing[ticketId] ?? []) }
}

function conversationsWith(state: State, tickets: Ticket[]): State['conversations'] {
  const conversations = { ...state.conversations }
  for (const ticket of tickets) {
    const held = conversations[ticket.id]
    if (held) conversations[ticket.id] = withTicketDetails(held, ticket)
  }
  return conversations
}

function withoutTicket(state: State, ticketId: string): State {
  const { [ticketId]: _gone, ...conversations } = state.conversations
  return { ...state, conversations, tickets: state.tickets.filter((ticket) => ticket.id !== ticketId) }
}

function withFirstScreen(state: State, { viewer, website, tickets }: FirstScreenQuery): State {
  if (!tickets) return state
  const list = withNewestPage(state, tickets)
  return {
    ...state,
    ...list,
    conversations: conversationsWith(state, list.tickets),
    viewer,
    website,
    loaded: true,
  }
}

function withNewMessage(state: State, ticketId: string, message: Message): State {
  const conversation = state.conversations[ticketId]
  if (!conversation) return state
  const mine = message.author.__typename === 'Customer' && isViewer(state, message.author.id)
  return {
    ...state,
    conversations: { ...state.conversations, [ticketId]: withMessage(conversation, message) },
    outgoing: outgoingOf(state, ticketId, (outgoing) => withoutDelivered(outgoing, message, mine)),
  }
}

export function isViewer(state: State, customerId: string): boolean {
  return state.viewer?.__typename === 'Customer' && state.viewer.id === customerId
}

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'first-screen':
      return withFirstScreen(state, action.data)
    case 'website':
      return { ...state, website: action.website }
    case 'older-tickets':
      return { ...state, ...withOlderPage(state, action.page) }
    case 'ticket':
      return {
        ...state,
        tickets: withTicket(state, action.ticket),
        conversations: conversationsWith(state, [action.ticket]),
      }
    case 'ticket-gone':
      return withoutTicket(state, action.ticketId)
    case 'conversation': {
      const conversation = conversationOf(action.start)
      const { ticket } = conversation
      return {
        ...state,
        tickets: withTicket(state, ticket),
        conversations: { ...state.conversations, [ticket.id]: conversation },
      }
    }
    case 'older-messages': {
      const conversation = state.conversations[action.ticketId]
      if (!conversation) return state
      const changed = withOlderMessages(conversation, action.page)
      return { ...state, conversations: { ...state.conversations, [action.ticketId]: changed } }
    }
    case 'message':
      return withNewMessage(state, action.ticketId, action.message)
    case 'outgoing': {
      const { key } = action.reply
      const change = (held: Outgoing[]) => [...held.filter((reply) => reply.key !== key), action.reply]
      return { ...state, outgoing: outgoingOf(state, action.ticketId, change) }
    }
    case 'settled': {
      const change = (held: Outgoing[]) => held.filter((reply) => reply.key !== action.key)
      return { ...state, outgoing: outgoingOf(state, action.ticketId, change) }
    }
  }
}
