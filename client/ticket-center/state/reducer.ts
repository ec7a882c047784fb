import { conversationOf, withConversation, withMessage, withOlderMessages } from '../../core/messages.ts'
import { type OutgoingAction, reduceOutgoing, withoutDelivered } from '../../core/outgoing.ts'
import type { Outgoing } from '../../core/rows.ts'
import { isOutdated, withNewestPage, withOlderPage, withTicket } from '../../core/tickets.ts'
import type {
  ConversationStartFragment,
  FirstScreenQuery,
  MessagePageFragment,
  TicketPageFragment,
  WebsiteDetailsFragment,
} from '../../graphql/operations.ts'
import { type Conversation, heldTicket, type Message, type State, type Ticket } from './state.ts'

export type Action =
  | OutgoingAction<Outgoing>
  | { type: 'first-screen'; data: FirstScreenQuery }
  | { type: 'website'; website: WebsiteDetailsFragment }
  | { type: 'older-tickets'; page: TicketPageFragment }
  // Live updates come in order; responses may be late.
  | { type: 'ticket'; ticket: Ticket; live?: boolean }
  | { type: 'ticket-gone'; ticketId: string }
  | { type: 'changes-lost' }
  | { type: 'conversation'; start: ConversationStartFragment }
  | { type: 'older-messages'; ticketId: string; page: MessagePageFragment }
  | { type: 'message'; ticketId: string; message: Message }

/** Updates the tickets' own fields wherever they are loaded. */
function withDetails(state: State, tickets: Ticket[]): State {
  return tickets.reduce(
    (changed, ticket) =>
      withConversation(changed, ticket.id, (held) => ({ ...held, ticket: { ...held.ticket, ...ticket } })),
    state,
  )
}

function withChangedTicket(state: State, ticket: Ticket, live = false): State {
  if (!live && isOutdated(ticket, heldTicket(state, ticket.id))) return state
  return { ...withDetails(state, [ticket]), tickets: withTicket(state, ticket) }
}

function withoutTicket(state: State, ticketId: string): State {
  const { [ticketId]: _gone, ...conversations } = state.conversations
  return { ...state, conversations, tickets: state.tickets.filter((ticket) => ticket.id !== ticketId) }
}

function withFirstScreen(state: State, { viewer, website, tickets }: FirstScreenQuery): State {
  if (!tickets) return state
  const list = withNewestPage(state, tickets)
  const changeCursor = state.changeCursor ?? tickets.changeCursor
  return { ...withDetails(state, list.tickets), ...list, viewer, website, changeCursor, loaded: true }
}

function withStart(state: State, start: ConversationStartFragment): State {
  const { id } = start
  const known = heldTicket(state, id)
  const conversation = conversationOf<Conversation['ticket'], Message>(start, state.conversations[id], known)
  return {
    ...state,
    tickets: withTicket(state, conversation.ticket),
    conversations: { ...state.conversations, [id]: conversation },
  }
}

function withNewMessage(state: State, ticketId: string, message: Message): State {
  const { author } = message
  const mine = author.__typename === 'Customer' && isViewer(state, author.id)
  return {
    ...withConversation(state, ticketId, (held) => withMessage(held, message)),
    outgoing: mine ? withoutDelivered(state.outgoing, ticketId, message) : state.outgoing,
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
    case 'ticket-gone':
      return withoutTicket(state, action.ticketId)
    case 'changes-lost':
      return { ...state, changeCursor: null }
    case 'conversation':
      return withStart(state, action.start)
    case 'older-messages':
      return withConversation(state, action.ticketId, (held) => withOlderMessages(held, action.page))
    case 'message':
      return withNewMessage(state, action.ticketId, action.message)
    case 'outgoing':
    case 'outgoing-status':
    case 'refused':
    case 'settled':
      return { ...state, outgoing: reduceOutgoing(state.outgoing, action) }
  }
}
