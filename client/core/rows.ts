import type { TicketStatus } from '../graphql/operations.ts'

/** The fields of a listed ticket that both apps have; each app adds its own. */
export interface TicketRow {
  id: string
  number: number
  status: TicketStatus
  lastActivityAt: string
  /** Absent if only a list has returned the ticket. */
  updatedAt?: string
}

export interface MessageRow {
  id: string
  /** Counts up within the ticket, without gaps. */
  position: number
  body: string
}

/** Newest first, as the API returns lists of tickets. */
export interface TicketPage<Ticket> {
  edges: { node: Ticket }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/** Oldest first; the newest page first, as the API returns messages. */
export interface MessagePage<Message> {
  edges: { node: Message }[]
  pageInfo: { hasPreviousPage: boolean; startCursor: string | null }
}

export interface TicketList<Ticket extends TicketRow = TicketRow> {
  /** Newest activity first. */
  tickets: Ticket[]
  /** The cursor for the next tickets; null when there are none. */
  older: string | null
}

export interface Conversation<
  Details extends TicketRow = TicketRow,
  Message extends MessageRow = MessageRow,
> {
  ticket: Details
  /** By position. A message that arrived early leaves a gap before it until the others arrive. */
  messages: Message[]
  /** The cursor for earlier messages; null when there are none. */
  older: string | null
}

/** A reply on its way: shown at once, then replaced by the stored message. */
export interface Outgoing {
  /** The idempotency key: a retry never becomes a second message. */
  key: string
  body: string
  /** Global ids of its files. */
  attachmentIds?: string[] | undefined
  /** Waiting: it did not reach the server and is retried automatically. Failed: the server refused it. */
  status: 'sending' | 'waiting' | 'failed'
  error?: string
}
