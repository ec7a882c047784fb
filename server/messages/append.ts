import { type Message, Prisma } from '../../prisma/generated/client/client.ts'
import type { TicketStatus } from '../../prisma/generated/client/enums.ts'
import { attach } from '../attachments/attach.ts'
import type { Transaction } from '../database/db.ts'
import { insertRow } from '../database/insert-row.ts'
import { actorOf } from '../events/actor.ts'
import { record } from '../events/record.ts'
import type { Member } from '../identity/viewer.ts'
import { toPreview } from '../text/markdown.ts'
import { moveKeyMark, unreadForKeys } from '../tickets/key-read-mark.ts'
import type { LockedTicket } from '../tickets/lock.ts'
import { authorKind, authorOf, signed } from './author.ts'
import { messageRow, type NewMessage } from './message-row.ts'
import { participantOf, readBy, readUpTo, setReadPosition } from './read-position.ts'

export interface Appended extends NewMessage {
  /** Position up to which its author had been emailed, if they did not see the conversation while writing. */
  emailedPosition?: number
  /** What else changes, in the same statement. */
  changes?: Prisma.Sql[]
  /** The status after it, if it is not the usual one after the viewer's message. */
  status?: TicketStatus | null
}

/** Posts a message at the next position of a locked ticket, without gaps. Returns both, for the response. */
export async function appendMessage(
  tx: Transaction,
  viewer: Member,
  ticket: LockedTicket,
  { emailedPosition, changes = [], status: chosen, ...given }: Appended,
) {
  const status = chosen ?? authorOf(viewer).status
  const place = { websiteId: ticket.websiteId, ticketId: ticket.id, position: ticket.messageCount + 1 }
  const message = messageRow(viewer, place, given)
  const { id, position, createdAt } = message
  const readPosition = await readUpTo(tx, viewer, ticket, emailedPosition)
  const changed: LockedTicket = {
    ...ticket,
    status,
    ...solvedBy(ticket, status, message),
    messageCount: position,
    preview: toPreview(message.body, authorKind(viewer)),
    lastActivityAt: viewer.kind === 'integration' && status === 'OPEN' ? ticket.lastActivityAt : createdAt,
    updatedAt: createdAt,
    ...readBy(viewer, ticket, readPosition, createdAt),
  }
  const posted = { type: 'MESSAGE_POSTED', messageId: id } as const
  const moved = { type: 'STATUS_CHANGED', from: ticket.status, to: status } as const
  const participant = participantOf(viewer, ticket)
  await record(tx, ticket, actorOf(viewer), ticket.status === status ? [posted] : [posted, moved], [
    updateTicket(changed),
    insertRow('Message', message),
    ...(participant ? [setReadPosition(participant.id, readPosition)] : []),
    unreadForKeys(ticket.id, viewer.id),
    ...(viewer.kind === 'integration' ? [moveKeyMark(viewer.id, ticket.id, position, false)] : []),
    ...changes,
  ])
  const attachments = await attach(tx, given.uploader ?? viewer, { messageId: id }, given.attachmentIds ?? [])
  return { ticket: changed, message: signed(message, viewer, ticket, attachments) }
}

/** When a message solved its ticket. Without an email about it, it counts as if the customer had. */
function solvedBy(ticket: LockedTicket, status: TicketStatus, { createdAt, notify }: Message) {
  if (status !== 'SOLVED') return { solvedAt: null, solvedByTeamAt: null }
  const { solvedAt, solvedByTeamAt } = ticket
  return solvedAt
    ? { solvedAt, solvedByTeamAt }
    : { solvedAt: createdAt, solvedByTeamAt: notify ? createdAt : null }
}

const updateTicket = (ticket: LockedTicket) => Prisma.sql`
  UPDATE "Ticket" SET "status" = ${ticket.status}::"TicketStatus", "solvedByTeamAt" = ${ticket.solvedByTeamAt}::timestamptz,
    "solvedAt" = ${ticket.solvedAt}::timestamptz, "messageCount" = ${ticket.messageCount}, "preview" = ${ticket.preview},
    "lastActivityAt" = ${ticket.lastActivityAt}::timestamptz, "updatedAt" = ${ticket.updatedAt}::timestamptz,
    "customerReadPosition" = ${ticket.customerReadPosition}, "teamReadPosition" = ${ticket.teamReadPosition},
    "customerReadAt" = ${ticket.customerReadAt}::timestamptz, "teamReadAt" = ${ticket.teamReadAt}::timestamptz,
    "unreadKeyMessages" = ${ticket.unreadKeyMessages}
  WHERE "id" = ${ticket.id}::uuid`
