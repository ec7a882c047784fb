import { withConversation, withMessage, withOlderMessages } from './messages.ts'
import type { Conversation, MessagePage, MessageRow, Outgoing, TicketList, TicketRow } from './rows.ts'
import { type OutgoingAction, reduceOutgoing, withoutDelivered } from './sending/outgoing.ts'

/** What both apps hold; each adds its own. */
export interface Conversations<
  Ticket extends TicketRow = TicketRow,
  Row extends Conversation = Conversation,
  Reply extends Outgoing = Outgoing,
> extends TicketList<Ticket> {
  /** Where live changes begin: fixed at the first list, as the subscription tracks its own cursor. */
  changeCursor: string | null
  conversations: Record<string, Row>
  outgoing: Record<string, Reply[]>
}

export type ConversationsAction<Message extends MessageRow, Reply extends Outgoing> =
  | OutgoingAction<Reply>
  | { type: 'ticket-gone'; ticketId: string }
  | { type: 'changes-lost' }
  | { type: 'older-messages'; ticketId: string; page: MessagePage<Message> }
  | { type: 'message'; ticketId: string; message: Message; isMine: boolean }

export function reduceConversations<
  State extends Conversations<TicketRow, Conversation<TicketRow, Message>, Reply>,
  Message extends MessageRow,
  Reply extends Outgoing,
>(state: State, action: ConversationsAction<Message, Reply>): State {
  switch (action.type) {
    case 'ticket-gone': {
      const { [action.ticketId]: _gone, ...conversations } = state.conversations
      return { ...state, conversations, tickets: state.tickets.filter(({ id }) => id !== action.ticketId) }
    }
    case 'changes-lost':
      return { ...state, changeCursor: null }
    case 'older-messages':
      return withConversation(state, action.ticketId, (loaded) => withOlderMessages(loaded, action.page))
    case 'message': {
      const { ticketId, message, isMine } = action
      return {
        ...withConversation(state, ticketId, (loaded) => withMessage(loaded, message)),
        outgoing: isMine ? withoutDelivered(state.outgoing, ticketId, message) : state.outgoing,
      }
    }
    default:
      return { ...state, outgoing: reduceOutgoing(state.outgoing, action) }
  }
}

/** The ticket, from its conversation or the list; undefined if neither is loaded. */
export function loadedTicket<Ticket extends TicketRow>(
  { tickets, conversations }: Pick<Conversations<Ticket, Conversation<Ticket>>, 'tickets' | 'conversations'>,
  id: string | null,
): Ticket | undefined {
  if (id === null) return undefined
  return conversations[id]?.ticket ?? tickets.find((ticket) => ticket.id === id)
}
