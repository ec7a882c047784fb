import type { Conversations } from '../../core/conversations.ts'
import { type Filter, firstFilter } from '../../core/filter.ts'
import type { Conversation as CoreConversation, Outgoing } from '../../core/rows.ts'
import type {
  ConsoleConversationStartFragment,
  ConsoleMessageFragment,
  ConsoleProposedRepliesFragment,
  ConsoleQuarantinedEmailsFragment,
  ConsoleTicketPeopleFragment,
  ConsoleTicketRowFragment,
  ConsoleTicketStateFragment,
} from '../../graphql/operations.ts'

export type Ticket = ConsoleTicketRowFragment & Partial<ConsoleTicketStateFragment>
export type Message = ConsoleMessageFragment
export type TicketDetails = Ticket &
  ConsoleTicketPeopleFragment &
  ConsoleQuarantinedEmailsFragment &
  ConsoleProposedRepliesFragment &
  Pick<ConsoleConversationStartFragment, 'draft'>
export type QuarantinedEmail = NonNullable<ConsoleQuarantinedEmailsFragment['quarantinedEmails']>[number]

export type Conversation = CoreConversation<TicketDetails, Message>

export interface Reply extends Outgoing {
  /** Marks the ticket as solved once the message is stored. */
  solve: boolean
}

/** What the operator sees, and how they got there: the focus follows them. */
export interface Screen {
  ticketId: string | null
  pane: 'list' | 'conversation' | 'details'
  by: 'start' | 'opening' | 'stepping' | 'going back' | 'arriving'
}

/** Tickets may include some that no longer match the filter. */
export interface State extends Conversations<Ticket, Conversation, Reply> {
  filter: Filter
  /** False until the filter's first page is loaded. */
  listed: boolean
  /** Counts ticket changes, for components that must then refetch. */
  changes: number
  screen: Screen
  /** Number of changes received for each ticket: when it grows, parts that changes do not contain are refetched. */
  changesByTicket: Record<string, number>
}

export const initialState: State = {
  filter: firstFilter,
  tickets: [],
  older: null,
  listed: false,
  changeCursor: null,
  changes: 0,
  screen: { ticketId: null, pane: 'list', by: 'start' },
  conversations: {},
  changesByTicket: {},
  outgoing: {},
}
