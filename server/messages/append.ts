import { type Message, Prisma } from '../../prisma/generated/client/client.ts'
import type { Channel } from '../../prisma/generated/client/enums.ts'
import { attach } from '../attachments/attach.ts'
import type { Transaction } from '../database/db.ts'
import { insertRow } from '../database/insert-row.ts'
import { actorOf } from '../events/actor.ts'
import { record } from '../events/record.ts'
import type { Member } from '../identity/viewer.ts'
import { toPreview } from '../text/markdown.ts'
import type { Rendered } from '../text/render.ts'
import { wordsOf } from '../text/words.ts'
import type { LockedTicket } from '../tickets/lock.ts'
import { authorKind, authorOf, signed } from './author.ts'

interface NewMessage {
  id: string
  body: string
  rendered: Rendered
  /** Uploads of its author. */
  attachmentIds?: string[] | null
  /** What was cut from an email. */
  quotedText?: string
  /** The channel, if it is not the viewer's usual one. */
  via?: Channel
  /** Position up to which its author had been emailed, if they did not see the conversation while writing. */
  toldUpTo?: number
}

/** Posts a message at the next position of a locked ticket, without gaps. Returns both, for the response. */
export async function appendMessage(
  tx: Transaction,
  viewer: Member,
  ticket: LockedTicket,
  { id, body, rendered, attachmentIds, quotedText, via, toldUpTo }: NewMessage,
) {
  const position = ticket.messageCount + 1
  const author = authorOf(viewer)
  const owner = viewer.kind === 'customer' && viewer.id === ticket.customerId
  const follower = ticket.participants.find(
    ({ email }) => viewer.kind === 'customer' && !owner && email === viewer.email,
  )
  const readBefore = owner ? ticket.customerReadPosition : (follower?.readPosition ?? 0)
  const known = Math.max(readBefore, toldUpTo ?? 0)
  const readPosition =
    toldUpTo !== undefined && (await hasNews(tx, viewer, ticket.id, known)) ? known : position
  const createdAt = new Date()
  const message: Message = {
    id,
    ticketId: ticket.id,
    position,
    body,
    bodyHtml: rendered.html,
    rendererVersion: rendered.rendererVersion,
    words: wordsOf(ticket.websiteId, body),
    quotedText: quotedText ?? null,
    via: via ?? author.via,
    attachmentCount: attachmentIds?.length ?? 0,
    createdAt,
    ...actorOf(viewer),
  }
  const changed: LockedTicket = {
    ...ticket,
    status: author.status,
    solvedByTeamAt: null,
    messageCount: position,
    preview: toPreview(body, authorKind(viewer)),
    lastActivityAt: createdAt,
    updatedAt: createdAt,
    customerReadPosition: owner ? readPosition : ticket.customerReadPosition,
    teamReadPosition: viewer.kind === 'customer' ? ticket.teamReadPosition : position,
    participants: ticket.participants.map((one) => (one === follower ? { ...one, readPosition } : one)),
  }
  const posted = { type: 'MESSAGE_POSTED', messageId: id } as const
  const moved = { type: 'STATUS_CHANGED', from: ticket.status, to: author.status } as const
  await record(tx, ticket, actorOf(viewer), ticket.status === author.status ? [posted] : [posted, moved], [
    updateTicket(changed),
    insertRow('Message', message),
    ...(follower ? [setReadPosition(follower.id, readPosition)] : []),
  ])
  const attachments = await attach(tx, viewer, id, attachmentIds ?? [])
  return { ticket: changed, message: signed(message, viewer, ticket, attachments) }
}

const updateTicket = (ticket: LockedTicket) => Prisma.sql`
  UPDATE "Ticket" SET "status" = ${ticket.status}::"TicketStatus", "solvedByTeamAt" = NULL,
    "messageCount" = ${ticket.messageCount}, "preview" = ${ticket.preview},
    "lastActivityAt" = ${ticket.lastActivityAt}::timestamptz, "updatedAt" = ${ticket.updatedAt}::timestamptz,
    "customerReadPosition" = ${ticket.customerReadPosition}, "teamReadPosition" = ${ticket.teamReadPosition}
  WHERE "id" = ${ticket.id}::uuid`

const setReadPosition = (participantId: string, readPosition: number) => Prisma.sql`
  UPDATE "Participant" SET "readPosition" = ${readPosition} WHERE "id" = ${participantId}::uuid`

/** Whether somebody else wrote after that position: replying to an older email does not read those. */
async function hasNews(
  tx: Transaction,
  viewer: Member,
  ticketId: string,
  position: number,
): Promise<boolean> {
  const others = { OR: [{ customerId: null }, { customerId: { not: viewer.id } }] }
  return (await tx.message.count({ where: { ticketId, position: { gt: position }, ...others } })) > 0
}
