import type {
  FirstScreenQuery,
  MessageFieldsFragment,
  TicketPeopleFragment,
  TicketRowFragment,
  WebsiteDetailsFragment,
} from '../../graphql/operations.ts'

export type Ticket = TicketRowFragment
export type Message = MessageFieldsFragment
export type Viewer = FirstScreenQuery['viewer']

/** A reply on its way: shown at once, replaced by the stored message. */
export interface Outgoing {
  /** Sent along, so that a retry never becomes a second message. */
  key: string
  body: string
  status: 'sending' | 'failed'
  error?: string
}

export interface Conversation {
  ticket: Ticket & TicketPeopleFragment
  /** By position, without gaps from the oldest that is loaded. */
  messages: Message[]
  /** The cursor of the messages before them; null when there are none. */
  older: string | null
}

export interface State {
  loaded: boolean
  viewer: Viewer
  website: WebsiteDetailsFragment | null
  /** Newest activity first. */
  tickets: Ticket[]
  /** The cursor of the tickets after them; null when there are none. */
  older: string | null
  conversations: Record<string, Conversation>
  outgoing: Record<string, Outgoing[]>
}

export const initialState: State = {
  loaded: false,
  viewer: null,
  website: null,
  tickets: [],
  older: null,
  conversations: {},
  outgoing: {},
}
