import type { Conversation as HeldConversation, Outgoing, TicketList } from '../../core/rows.ts'
import type {
  FirstScreenQuery,
  MessageFieldsFragment,
  TicketPeopleFragment,
  TicketRowFragment,
  WebsiteDetailsFragment,
} from '../../graphql/operations.ts'

export type Ticket = TicketRowFragment & { updatedAt?: string }
export type Message = MessageFieldsFragment
export type Viewer = FirstScreenQuery['viewer']
export type Conversation = HeldConversation<Ticket & TicketPeopleFragment, Message>

export interface State extends TicketList<Ticket> {
  loaded: boolean
  /** Where live changes begin: fixed at the first list, as the subscription tracks its own cursor. */
  changeCursor: string | null
  viewer: Viewer
  website: WebsiteDetailsFragment | null
  conversations: Record<string, Conversation>
  outgoing: Record<string, Outgoing[]>
}

/** The ticket, from its conversation or the list; undefined if neither is loaded. */
export function heldTicket({ tickets, conversations }: State, id: string): Ticket | undefined {
  return conversations[id]?.ticket ?? tickets.find((ticket) => ticket.id === id)
}

export const initialState: State = {
  loaded: false,
  changeCursor: null,
  viewer: null,
  website: null,
  tickets: [],
  older: null,
  conversations: {},
  outgoing: {},
}
