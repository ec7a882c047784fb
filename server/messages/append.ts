import type { Channel } from '../../prisma/generated/client/enums.ts'
import type { Member } from '../access/viewer.ts'
import type { Transaction } from '../db.ts'
import { toPreview } from '../markdown.ts'
import { lockVisible } from '../tickets/lock.ts'
import { recordNews } from '../tickets/news.ts'
import { authorOf } from './author.ts'

interface NewMessage {
  id: string
  ticketId: string
  body: string
  /** What was cut from a mail. */
  quotedText?: string
  /** The way it came, when it is not the viewer's usual one. */
  via?: Channel
}

/**
 * Writes a message at its ticket's next position, and the news of it: the ticket's row is locked, so positions have no
 * gaps. Throws NotFound when the ticket is not the viewer's to see.
 */
export async function appendMessage(tx: Transaction, viewer: Member, message: NewMessage): Promise<void> {
  const { ticketId, body } = message
  const ticket = await lockVisible(tx, ticketId, viewer)
  const position = ticket.messageCount + 1
  const { by, via, status } = authorOf(viewer)
  const owner = viewer.kind === 'customer' && viewer.id === ticket.customerId
  const createdAt = new Date()
  await tx.ticket.update({
    where: { id: ticketId },
    data: {
      status,
      solvedByTeamAt: null,
      messageCount: position,
      preview: toPreview(body),
      lastActivityAt: createdAt,
      ...(owner && { customerReadPosition: position }),
      ...(viewer.kind !== 'customer' && { teamReadPosition: position }),
    },
    select: { id: true },
  })
  if (viewer.kind === 'customer' && !owner) {
    await tx.participant.updateMany({
      where: { ticketId, email: viewer.email },
      data: { readPosition: position },
    })
  }
  await tx.message.create({
    data: { via, ...message, position, createdAt, ...by },
    select: { id: true },
  })
  await recordNews(tx, ticket)
}
