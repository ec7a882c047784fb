import { type ConversationsAction, loadedTicket, reduceConversations } from '../../core/conversations.ts'
import type { Filter } from '../../core/filter.ts'
import { conversationOf, withConversation } from '../../core/messages.ts'
import { isOutdated, withOlderPage } from '../../core/tickets.ts'
import type {
  ConsoleConversationStartFragment,
  ConsoleEmailFragment,
  ConsoleEmailUpdatesFragment,
  ConsoleParticipantFragment,
  ConsoleProposedRepliesFragment,
  ConsoleQuarantinedEmailsFragment,
  ConsoleTicketPageFragment,
} from '../../graphql/operations.ts'
import { withEmail, withEmailUpdates, withProposedReplies, withQuarantinedEmails } from './emails.ts'
import { withChange } from './other-tickets.ts'
import type { Conversation, Message, Reply, Screen, State, Ticket, TicketDetails } from './state.ts'
import { withChanged, withFilter, withNewest } from './tickets.ts'

export type Action =
  | ConversationsAction<Message, Reply>
  | { type: 'go'; screen: Screen }
  | { type: 'filter'; filter: Filter }
  | { type: 'newest-tickets'; page: ConsoleTicketPageFragment }
  | { type: 'older-tickets'; page: ConsoleTicketPageFragment }
  // Live updates come in order; responses may be late.
  | { type: 'ticket'; ticket: Ticket; live?: boolean }
  | { type: 'participants'; ticketId: string; participants: ConsoleParticipantFragment[] }
  | { type: 'conversation'; start: ConsoleConversationStartFragment }
  | { type: 'ticket-changed'; ticketId: string }
  | { type: 'email-updates'; updates: ConsoleEmailUpdatesFragment }
  | { type: 'quarantined-emails'; ticketId: string; quarantined: ConsoleQuarantinedEmailsFragment }
  | { type: 'proposed-replies'; ticketId: string; proposed: ConsoleProposedRepliesFragment }
  | { type: 'email'; ticketId: string; email: ConsoleEmailFragment }

function withChangedTicket(state: State, ticket: Ticket, live = false): State {
  if (!live && isOutdated(ticket, loadedTicket(state, ticket.id))) return state
  const loaded = Object.entries(state.conversations)
  const conversations = Object.fromEntries(loaded.map(([id, one]) => [id, withChange(one, ticket)]))
  return { ...state, tickets: withChanged(state, ticket), conversations, changes: state.changes + 1 }
}

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'go':
      return { ...state, screen: action.screen }
    case 'filter':
      return withFilter(state, action.filter)
    case 'newest-tickets':
      return withNewest(state, action.page)
    case 'older-tickets':
      return { ...state, ...withOlderPage(state, action.page), listed: true }
    case 'ticket':
      return withChangedTicket(state, action.ticket, action.live)
    case 'ticket-gone':
      return { ...reduceConversations(state, action), changes: state.changes + 1 }
    case 'participants': {
      const { participants } = action
      const change = (loaded: Conversation) => ({ ...loaded, ticket: { ...loaded.ticket, participants } })
      return withConversation(state, action.ticketId, change)
    }
    case 'conversation': {
      const { id } = action.start
      const loaded = state.conversations[id]
      const conversation = conversationOf<TicketDetails, Message>(
        action.start,
        loaded,
        loadedTicket(state, id),
      )
      const { ticket } = conversation
      const tickets = state.tickets.map((one) => (one.id === id ? ticket : one))
      return { ...state, tickets, conversations: { ...state.conversations, [id]: conversation } }
    }
    case 'ticket-changed':
      return {
        ...state,
        changesByTicket: {
          ...state.changesByTicket,
          [action.ticketId]: (state.changesByTicket[action.ticketId] ?? 0) + 1,
        },
      }
    case 'email-updates':
      return withConversation(state, action.updates.id, (loaded) => withEmailUpdates(loaded, action.updates))
    case 'quarantined-emails':
      return withConversation(state, action.ticketId, (loaded) =>
        withQuarantinedEmails(loaded, action.quarantined),
      )
    case 'proposed-replies':
      return withConversation(state, action.ticketId, (loaded) =>
        withProposedReplies(loaded, action.proposed),
      )
    case 'email':
      return withConversation(state, action.ticketId, (loaded) => withEmail(loaded, action.email))
    default:
      return reduceConversations(state, action)
  }
}
