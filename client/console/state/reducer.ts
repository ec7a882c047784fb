import type {
  ConsoleConversationStartFragment,
  ConsoleHeldMailsFragment,
  ConsoleMailFragment,
  ConsoleMailNewsFragment,
  ConsoleMessagePageFragment,
  ConsoleParticipantFragment,
  ConsoleTicketPageFragment,
} from '../../graphql/operations.ts'
import {
  conversationOf,
  withChange,
  withMessage,
  withOlderMessages,
  withoutDelivered,
} from './conversations.ts'
import type { Filter } from './filter.ts'
import { withHeldMails, withMail, withMailNews } from './mails.ts'
import type { Conversation, Message, Outgoing, Place, State, Ticket } from './state.ts'
import { withFilter, withNewestPage, withOlderPage, withTicket } from './tickets.ts'

export type Action =
  | { type: 'go'; place: Place }
  | { type: 'filter'; filter: Filter }
  | { type: 'newest-tickets'; page: ConsoleTicketPageFragment }
  | { type: 'older-tickets'; page: ConsoleTicketPageFragment }
  | { type: 'ticket'; ticket: Ticket }
  | { type: 'ticket-gone'; ticketId: string }
  | { type: 'participants'; ticketId: string; participants: ConsoleParticipantFragment[] }
  | { type: 'conversation'; start: ConsoleConversationStartFragment }
  | { type: 'older-messages'; ticketId: string; page: ConsoleMessagePageFragment }
  | { type: 'word'; ticketId: string }
  | { type: 'mail-news'; news: ConsoleMailNewsFragment }
  | { type: 'held-mails'; ticketId: string; held: ConsoleHeldMailsFragment }
  | { type: 'mail'; ticketId: string; mail: ConsoleMailFragment }
  | { type: 'message'; ticketId: string; message: Message; operatorId: string }
  | { type: 'outgoing'; ticketId: string; reply: Outgoing }
  | { type: 'settled'; ticketId: string; key: string }

function changeConversation(state: State, id: string, change: (held: Conversation) => Conversation): State {
  const held = state.conversations[id]
  return held ? { ...state, conversations: { ...state.conversations, [id]: change(held) } } : state
}

function changeOutgoing(state: State, id: string, change: (held: Outgoing[]) => Outgoing[]): State {
  return { ...state, outgoing: { ...state.outgoing, [id]: change(state.outgoing[id] ?? []) } }
}

function withChangedTicket(state: State, ticket: Ticket): State {
  const held = Object.entries(state.conversations)
  const conversations = Object.fromEntries(held.map(([id, one]) => [id, withChange(one, ticket)]))
  return { ...state, tickets: withTicket(state, ticket), conversations, changes: state.changes + 1 }
}

function withoutTicket(state: State, ticketId: string): State {
  const { [ticketId]: _gone, ...conversations } = state.conversations
  const tickets = state.tickets.filter((ticket) => ticket.id !== ticketId)
  return { ...state, tickets, conversations, changes: state.changes + 1 }
}

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'go':
      return { ...state, place: action.place }
    case 'filter':
      return withFilter(state, action.filter)
    case 'newest-tickets':
      return { ...state, ...withNewestPage(state, action.page) }
    case 'older-tickets':
      return { ...state, ...withOlderPage(state, action.page) }
    case 'ticket':
      return withChangedTicket(state, action.ticket)
    case 'ticket-gone':
      return withoutTicket(state, action.ticketId)
    case 'participants': {
      const { participants } = action
      const change = (held: Conversation) => ({ ...held, ticket: { ...held.ticket, participants } })
      return changeConversation(state, action.ticketId, change)
    }
    case 'conversation': {
      const { id } = action.start
      const conversation = conversationOf(action.start, state.conversations[id])
      const { ticket } = conversation
      const tickets = state.tickets.map((held) => (held.id === id ? ticket : held))
      return { ...state, tickets, conversations: { ...state.conversations, [id]: conversation } }
    }
    case 'older-messages':
      return changeConversation(state, action.ticketId, (held) => withOlderMessages(held, action.page))
    case 'word':
      return { ...state, word: { ...state.word, [action.ticketId]: (state.word[action.ticketId] ?? 0) + 1 } }
    case 'mail-news':
      return changeConversation(state, action.news.id, (held) => withMailNews(held, action.news))
    case 'held-mails':
      return changeConversation(state, action.ticketId, (held) => withHeldMails(held, action.held))
    case 'mail':
      return changeConversation(state, action.ticketId, (held) => withMail(held, action.mail))
    case 'message': {
      const { ticketId, message, operatorId } = action
      const changed = changeConversation(state, ticketId, (held) => withMessage(held, message))
      return changeOutgoing(changed, ticketId, (held) => withoutDelivered(held, message, operatorId))
    }
    case 'outgoing': {
      const { key } = action.reply
      const change = (held: Outgoing[]) => [...held.filter((reply) => reply.key !== key), action.reply]
      return changeOutgoing(state, action.ticketId, change)
    }
    case 'settled':
      return changeOutgoing(state, action.ticketId, (held) =>
        held.filter((reply) => reply.key !== action.key),
      )
  }
}
