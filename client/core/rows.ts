import type { TicketStatus } from '../graphql/operations.ts'

/** What both apps have of a ticket in a list; each adds what it shows. */
export interface TicketRow {
  id: string
  number: number
  status: TicketStatus
  lastActivityAt: string
  /** Absent where only a list has told of the ticket. */
  updatedAt?: string
}

export interface MessageRow {
  id: string
  /** Counts up within the ticket, without gaps. */
  position: number
  body: string
}

/** Newest first, as lists of tickets come. */
export interface TicketPage<Ticket> {
  edges: { node: Ticket }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/** Oldest first, the newest page first: as messages come. */
export interface MessagePage<Message> {
  edges: { node: Message }[]
  pageInfo: { hasPreviousPage: boolean; startCursor: string | null }
}

export interface TicketList<Ticket extends TicketRow = TicketRow> {
  /** Newest activity first. */
  tickets: Ticket[]
  /** The cursor of the tickets after them; null when there are none. */
  older: string | null
}

export interface Conversation<
  Details extends TicketRow = TicketRow,
  Message extends MessageRow = MessageRow,
> {
  ticket: Details
  /** By position. Only one that came ahead of its turn may leave a gap before it, until the others arrive. */
  messages: Message[]
  /** The cursor of the messages before them; null when there are none. */
  older: string | null
}

/** A reply on its way: shown at once, replaced by the stored message. */
export interface Outgoing {
  /** Sent along, so that a retry never becomes a second message. */
  key: string
  body: string
  /** Waiting: it did not reach the server, and is sent again by itself. Failed: the server refused it. */
  status: 'sending' | 'waiting' | 'failed'
  error?: string
}
