import type { Channel } from '../../prisma/generated/client/enums.ts'
import type { Transaction } from '../database/db.ts'
import { actorOf } from '../events/actor.ts'
import { record } from '../events/record.ts'
import type { Member } from '../identity/viewer.ts'
import { toPreview } from '../text/markdown.ts'
import type { Rendered } from '../text/render.ts'
import { wordsOf } from '../text/words.ts'
import type { LockedTicket } from '../tickets/lock.ts'
import { authorKind, authorOf } from './author.ts'

interface NewMessage {
  id: string
  body: string
  rendered: Rendered
  /** What was cut from an email. */
  quotedText?: string
  /** The way it came, when it is not the viewer's usual one. */
  via?: Channel
  /** Position up to which its author had been told of the conversation, where they did not see it as they wrote. */
  toldUpTo?: number
}

/** Writes a message at the next position of a ticket that is locked, so that positions have no gaps. */
export async function appendMessage(
  tx: Transaction,
  viewer: Member,
  ticket: LockedTicket,
  { toldUpTo, rendered, ...message }: NewMessage,
): Promise<void> {
  const { body } = message
  const ticketId = ticket.id
  const position = ticket.messageCount + 1
  const { via, status } = authorOf(viewer)
  const actor = actorOf(viewer)
  const owner = viewer.kind === 'customer' && viewer.id === ticket.customerId
  const follower = ticket.participants.find(
    ({ email }) => viewer.kind === 'customer' && email === viewer.email,
  )
  const readBefore = owner ? ticket.customerReadPosition : (follower?.readPosition ?? 0)
  const known = Math.max(readBefore, toldUpTo ?? 0)
  const readPosition =
    toldUpTo !== undefined && (await hasNews(tx, viewer, ticketId, known)) ? known : position
  const createdAt = new Date()
  await tx.ticket.update({
    where: { id: ticketId },
    data: {
      status,
      solvedByTeamAt: null,
      messageCount: position,
      preview: toPreview(body, authorKind(viewer)),
      lastActivityAt: createdAt,
      ...(owner && { customerReadPosition: readPosition }),
      ...(viewer.kind !== 'customer' && { teamReadPosition: position }),
    },
    select: { id: true },
  })
  if (follower && !owner) {
    await tx.participant.update({ where: { id: follower.id }, data: { readPosition } })
  }
  await tx.message.create({
    data: {
      via,
      ...message,
      ticketId,
      bodyHtml: rendered.html,
      rendererVersion: rendered.rendererVersion,
      words: wordsOf(ticket.websiteId, body),
      position,
      createdAt,
      ...actor,
    },
    select: { id: true },
  })
  const posted = { type: 'MESSAGE_POSTED', messageId: message.id } as const
  const changed = { type: 'STATUS_CHANGED', from: ticket.status, to: status } as const
  await record(tx, ticket, actor, ticket.status === status ? [posted] : [posted, changed])
}

/** Whether somebody else wrote after that position: who answers an older email has not read it. */
async function hasNews(
  tx: Transaction,
  viewer: Member,
  ticketId: string,
  position: number,
): Promise<boolean> {
  const others = { OR: [{ customerId: null }, { customerId: { not: viewer.id } }] }
  return (await tx.message.count({ where: { ticketId, position: { gt: position }, ...others } })) > 0
}
