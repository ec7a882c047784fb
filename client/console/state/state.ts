import type {
  ConsoleHeldMailsFragment,
  ConsoleMessageFragment,
  ConsoleTicketPeopleFragment,
  ConsoleTicketRowFragment,
} from '../../graphql/operations.ts'
import { type Filter, firstFilter } from './filter.ts'

export type Ticket = ConsoleTicketRowFragment
export type Message = ConsoleMessageFragment
export type TicketDetails = Ticket & ConsoleTicketPeopleFragment & ConsoleHeldMailsFragment
export type HeldMail = NonNullable<ConsoleHeldMailsFragment['quarantinedMails']>[number]

/** A reply on its way: shown at once, replaced by the stored message. */
export interface Outgoing {
  /** Sent along, so that a retry never becomes a second message. */
  key: string
  body: string
  /** Marks the ticket as solved once the message is stored. */
  solve: boolean
  status: 'sending' | 'failed'
  error?: string
}

export interface Conversation {
  ticket: TicketDetails
  /** By position, without gaps from the oldest that is loaded. */
  messages: Message[]
  /** The cursor of the messages before them; null when there are none. */
  older: string | null
}

/** Where the operator is, and how they came: the focus follows them, but never runs ahead. */
export interface Place {
  ticketId: string | null
  pane: 'list' | 'conversation' | 'details'
  by: 'start' | 'opening' | 'stepping' | 'going back' | 'arriving'
}

export interface State {
  filter: Filter
  /** Newest activity first. May hold some that no longer match the filter. */
  tickets: Ticket[]
  /** The cursor of the tickets after them; null when there are none. */
  older: string | null
  /** False until the first page for the filter is there. */
  listed: boolean
  /** Counts the tickets that changed, for those who must then look again. */
  changes: number
  place: Place
  conversations: Record<string, Conversation>
  /** Counts, for each ticket, the word that came of it, for those who hold more of it than that word brings. */
  word: Record<string, number>
  outgoing: Record<string, Outgoing[]>
}

/** The ticket, from the list or from its conversation; undefined while nothing of it is loaded. */
export function heldTicket({ tickets, conversations }: State, id: string | null): Ticket | undefined {
  if (id === null) return undefined
  return conversations[id]?.ticket ?? tickets.find((ticket) => ticket.id === id)
}

export const initialState: State = {
  filter: firstFilter,
  tickets: [],
  older: null,
  listed: false,
  changes: 0,
  place: { ticketId: null, pane: 'list', by: 'start' },
  conversations: {},
  word: {},
  outgoing: {},
}
