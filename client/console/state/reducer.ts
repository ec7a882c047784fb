import type { Filter } from '../../core/filter.ts'
import { conversationOf, withConversation, withMessage, withOlderMessages } from '../../core/messages.ts'
import { type OutgoingAction, reduceOutgoing, withoutDelivered } from '../../core/outgoing.ts'
import { isOutdated, withOlderPage } from '../../core/tickets.ts'
import type {
  ConsoleConversationStartFragment,
  ConsoleEmailFragment,
  ConsoleEmailNewsFragment,
  ConsoleMessagePageFragment,
  ConsoleParticipantFragment,
  ConsoleQuarantinedEmailsFragment,
  ConsoleTicketPageFragment,
} from '../../graphql/operations.ts'
import { withEmail, withEmailNews, withQuarantinedEmails } from './emails.ts'
import { withChange } from './other-tickets.ts'
import {
  type Conversation,
  heldTicket,
  type Message,
  type Place,
  type Reply,
  type State,
  type Ticket,
  type TicketDetails,
} from './state.ts'
import { withChanged, withFilter, withNewest } from './tickets.ts'

export type Action =
  | OutgoingAction<Reply>
  | { type: 'go'; place: Place }
  | { type: 'filter'; filter: Filter }
  | { type: 'newest-tickets'; page: ConsoleTicketPageFragment }
  | { type: 'older-tickets'; page: ConsoleTicketPageFragment }
  // Live updates come in order; responses may be late.
  | { type: 'ticket'; ticket: Ticket; live?: boolean }
  | { type: 'ticket-gone'; ticketId: string }
  | { type: 'changes-lost' }
  | { type: 'participants'; ticketId: string; participants: ConsoleParticipantFragment[] }
  | { type: 'conversation'; start: ConsoleConversationStartFragment }
  | { type: 'older-messages'; ticketId: string; page: ConsoleMessagePageFragment }
  | { type: 'ticket-changed'; ticketId: string }
  | { type: 'email-news'; news: ConsoleEmailNewsFragment }
  | { type: 'quarantined-emails'; ticketId: string; quarantined: ConsoleQuarantinedEmailsFragment }
  | { type: 'email'; ticketId: string; email: ConsoleEmailFragment }
  | { type: 'message'; ticketId: string; message: Message; operatorId: string }

function withChangedTicket(state: State, ticket: Ticket, live = false): State {
  if (!live && isOutdated(ticket, heldTicket(state, ticket.id))) return state
  const held = Object.entries(state.conversations)
  const conversations = Object.fromEntries(held.map(([id, one]) => [id, withChange(one, ticket)]))
  return { ...state, tickets: withChanged(state, ticket), conversations, changes: state.changes + 1 }
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
      return withNewest(state, action.page)
    case 'older-tickets':
      return { ...state, ...withOlderPage(state, action.page), listed: true }
    case 'ticket':
      return withChangedTicket(state, action.ticket, action.live)
    case 'ticket-gone':
      return withoutTicket(state, action.ticketId)
    case 'changes-lost':
      return { ...state, changeCursor: null }
    case 'participants': {
      const { participants } = action
      const change = (held: Conversation) => ({ ...held, ticket: { ...held.ticket, participants } })
      return withConversation(state, action.ticketId, change)
    }
    case 'conversation': {
      const { id } = action.start
      const held = state.conversations[id]
      const conversation = conversationOf<TicketDetails, Message>(action.start, held, heldTicket(state, id))
      const { ticket } = conversation
      const tickets = state.tickets.map((one) => (one.id === id ? ticket : one))
      return { ...state, tickets, conversations: { ...state.conversations, [id]: conversation } }
    }
    case 'older-messages':
      return withConversation(state, action.ticketId, (held) => withOlderMessages(held, action.page))
    case 'ticket-changed':
      return {
        ...state,
        changesByTicket: {
          ...state.changesByTicket,
          [action.ticketId]: (state.changesByTicket[action.ticketId] ?? 0) + 1,
        },
      }
    case 'email-news':
      return withConversation(state, action.news.id, (held) => withEmailNews(held, action.news))
    case 'quarantined-emails':
      return withConversation(state, action.ticketId, (held) =>
        withQuarantinedEmails(held, action.quarantined),
      )
    case 'email':
      return withConversation(state, action.ticketId, (held) => withEmail(held, action.email))
    case 'message': {
      const { ticketId, message, operatorId } = action
      const { author } = message
      const mine = author.__typename === 'Operator' && author.id === operatorId
      return {
        ...withConversation(state, ticketId, (held) => withMessage(held, message)),
        outgoing: mine ? withoutDelivered(state.outgoing, ticketId, message) : state.outgoing,
      }
    }
    case 'outgoing':
    case 'outgoing-status':
    case 'refused':
    case 'settled':
      return { ...state, outgoing: reduceOutgoing(state.outgoing, action) }
  }
}
