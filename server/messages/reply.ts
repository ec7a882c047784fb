import { v7 as newId } from 'uuid'
import { z } from 'zod'
import type { Member } from '../access/viewer.ts'
import { verb } from '../builder.ts'
import { callerId, member } from '../context.ts'
import { db, type Transaction, transaction } from '../db.ts'
import { Conflict, NotFound } from '../errors.ts'
import { globalId } from '../global-id.ts'
import { toPreview } from '../markdown.ts'
import { announce } from '../tickets/announce.ts'
import { lockVisible } from '../tickets/lock.ts'
import { ticketPayload } from '../tickets/payload.ts'
import { authorOf } from './author.ts'
import { earlierResult } from './idempotency.ts'
import { Message } from './message.ts'
import { body, idempotencyKey } from './rules.ts'

verb('reply', {
  description: 'Adds a message to a ticket. A solved ticket is open again.',
  scope: { writeTickets: true },
  fields: (t) => ({
    ticketId: t.id({ required: true, description: 'The ticket.' }),
    body: t.string({ required: true, description: 'The message, in Markdown, 20,000 characters at most.' }),
    idempotencyKey: t.string({
      description:
        'Any text: a repeat within 24 hours with the same text and input writes nothing and answers the first message.',
    }),
  }),
  input: z.object({ ticketId: globalId('Ticket'), body, idempotencyKey }),
  errors: [NotFound, Conflict],
  work: async (input, context): Promise<{ ticketId: string; messageId: string }> => {
    const viewer = member(context)
    const { ticketId } = input
    const id = newId()
    const attempt = {
      caller: callerId(context),
      mutation: 'reply',
      key: input.idempotencyKey,
      input,
      resultId: id,
    }
    const messageId = await transaction(async (tx) => {
      const earlier = await earlierResult(tx, attempt)
      if (earlier) return earlier
      await append(tx, viewer, ticketId, id, input.body)
      return id
    })
    if (messageId === id) await announce(ticketId)
    return { ticketId, messageId }
  },
  payload: (t) => ({
    newMessage: t.prismaField({
      type: Message,
      description: 'The message.',
      resolve: (query, { messageId }) => db.message.findUniqueOrThrow({ ...query, where: { id: messageId } }),
    }),
    ...ticketPayload(t),
  }),
})

/** Writes the message at the ticket's next position: the ticket's row is locked, so positions have no gaps. */
async function append(
  tx: Transaction,
  viewer: Member,
  ticketId: string,
  id: string,
  text: string,
): Promise<void> {
  const ticket = await lockVisible(tx, ticketId, viewer)
  const position = ticket.messageCount + 1
  const { by, via, status } = authorOf(viewer)
  const owner = viewer.kind === 'customer' && viewer.id === ticket.customerId
  const createdAt = new Date()
  await tx.ticket.update({
    where: { id: ticketId },
    data: {
      status,
      messageCount: position,
      preview: toPreview(text),
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
    data: { id, ticketId, position, body: text, via, createdAt, ...by },
    select: { id: true },
  })
}
