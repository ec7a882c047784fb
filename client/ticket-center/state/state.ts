import type { Conversations } from '../../core/conversations.ts'
import type { Conversation as CoreConversation } from '../../core/rows.ts'
import type {
  ConversationStartFragment,
  FirstScreenQuery,
  MessageFieldsFragment,
  TicketPeopleFragment,
  TicketRowFragment,
  WebsiteDetailsFragment,
} from '../../graphql/operations.ts'

export type Ticket = TicketRowFragment & { updatedAt?: string; solvedAt?: string | null }
export type Message = MessageFieldsFragment
export type Viewer = FirstScreenQuery['viewer']
export type TicketDetails = Ticket & TicketPeopleFragment & Pick<ConversationStartFragment, 'draft'>
export type Conversation = CoreConversation<TicketDetails, Message>

export interface State extends Conversations<Ticket, Conversation> {
  loaded: boolean
  viewer: Viewer
  website: WebsiteDetailsFragment | null
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
