import type { Transaction } from '../database/db.ts'
import type { Member } from '../identity/viewer.ts'
import { isClosed, lockIfClosed } from '../tickets/closed.ts'
import { type LockedTicket, lockVisible } from '../tickets/lock.ts'
import { type Appended, appendMessage } from './append.ts'
import { openFollowUp } from './follow-up.ts'

/** A locked ticket that somebody writes to. */
interface Addressed {
  ticket: LockedTicket
  /** Whether the message opens a follow-up instead; then the website is locked, too. */
  closed: boolean
}

/** Locks the ticket that `author` writes to. NotFound if `viewer` may not see it. */
export async function lockAddressed(
  tx: Transaction,
  id: string,
  viewer: Member,
  author: Pick<Member, 'kind'> = viewer,
): Promise<Addressed> {
  const { websiteId } = viewer
  const wasClosed = author.kind === 'customer' && (await lockIfClosed(tx, { id, websiteId }))
  const ticket = await lockVisible(tx, id, viewer)
  return { ticket, closed: wasClosed && (await isClosed(tx, ticket)) }
}

interface Posted {
  /** Where the message is. */
  ticketId: string
  /** As written; absent if it has to be read. */
  ticket?: object
  /** The same, if its author is loaded, too. */
  message?: object
}

/** Posts a message to a ticket, or to a new one that continues it. */
export async function post(
  tx: Transaction,
  author: Member,
  { ticket, closed }: Addressed,
  given: Appended,
): Promise<Posted> {
  if (closed) return { ticketId: await openFollowUp(tx, author, ticket, given) }
  return { ticketId: ticket.id, ...(await appendMessage(tx, author, ticket, given)) }
}
