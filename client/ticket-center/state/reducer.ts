import { type ConversationsAction, loadedTicket, reduceConversations } from '../../core/conversations.ts'
import { conversationOf, withConversation } from '../../core/messages.ts'
import type { Outgoing } from '../../core/rows.ts'
import { isOutdated, withNewestPage, withOlderPage, withTicket } from '../../core/tickets.ts'
import type {
  ConversationStartFragment,
  FirstScreenQuery,
  TicketPageFragment,
  WebsiteDetailsFragment,
} from '../../graphql/operations.ts'
import type { Conversation, Message, State, Ticket } from './state.ts'

export type Action =
  | ConversationsAction<Message, Outgoing>
  | { type: 'first-screen'; data: FirstScreenQuery }
  | { type: 'website'; website: WebsiteDetailsFragment }
  | { type: 'older-tickets'; page: TicketPageFragment }
  // Live updates come in order; responses may be late.
  | { type: 'ticket'; ticket: Ticket; live?: boolean }
  | { type: 'conversation'; start: ConversationStartFragment }

/** Updates the tickets' own fields wherever they are loaded. */
function withDetails(state: State, tickets: Ticket[]): State {
  return tickets.reduce(
    (changed, ticket) =>
      withConversation(changed, ticket.id, (loaded) => ({
        ...loaded,
        ticket: { ...loaded.ticket, ...ticket },
      })),
    state,
  )
}

function withChangedTicket(state: State, ticket: Ticket, live = false): State {
  if (!live && isOutdated(ticket, loadedTicket(state, ticket.id))) return state
  return { ...withDetails(state, [ticket]), tickets: withTicket(state, ticket) }
}

function withFirstScreen(state: State, { viewer, website, tickets }: FirstScreenQuery): State {
  if (!tickets) return state
  const list = withNewestPage(state, tickets)
  const changeCursor = state.changeCursor ?? tickets.changeCursor
  return { ...withDetails(state, list.tickets), ...list, viewer, website, changeCursor, loaded: true }
}

function withStart(state: State, start: ConversationStartFragment): State {
  const { id } = start
  const known = loadedTicket(state, id)
  const conversation = conversationOf<Conversation['ticket'], Message>(start, state.conversations[id], known)
  return {
    ...state,
    tickets: withTicket(state, conversation.ticket),
    conversations: { ...state.conversations, [id]: conversation },
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
      return withChangedTicket(state, action.ticket, action.live)
    case 'conversation':
      return withStart(state, action.start)
    default:
      return reduceConversations(state, action)
  }
}
