import { z } from 'zod'
import { Prisma } from '../../prisma/generated/client/client.ts'
import { RatingScore as Scores } from '../../prisma/generated/client/enums.ts'
import { member } from '../api/context.ts'
import { coded, InvalidInput, NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { transaction } from '../database/db.ts'
import { actorOf } from '../events/actor.ts'
import { record } from '../events/record.ts'
import { textRule } from '../text/rules.ts'
import { lockVisible } from '../tickets/lock.ts'
import { ticketPayload } from '../tickets/payload.ts'
import { RatingScore } from './rating.ts'

const comment = textRule({
  max: 1_000,
  needed: 'Omit `comment` instead of sending a blank one',
  tooLong: 'At most 1,000 characters',
})

mutation('rateTicket', {
  description:
    'Rates the support on a solved ticket; only the ticket’s customer may. Rating again replaces score and comment.',
  scope: { customer: true },
  fields: (t) => ({
    ticketId: t.id({ required: true, description: 'Global id of the ticket.' }),
    score: t.field({
      type: RatingScore,
      required: true,
      description: 'How satisfied the customer is with the support.',
    }),
    comment: t.string({ description: 'The reason: plain text, at most 1,000 characters; null for none.' }),
  }),
  input: z.object({ ticketId: globalId('Ticket'), score: z.enum(Scores), comment: comment.nullish() }),
  errors: [NotFound],
  payload: ticketPayload,
  work: async ({ ticketId, score, comment = null }, context) => {
    const viewer = member(context)
    await transaction(async (tx) => {
      const ticket = await lockVisible(tx, ticketId, viewer)
      if (viewer.id !== ticket.customerId) throw coded('FORBIDDEN', 'Only the ticket’s customer can rate it')
      if (ticket.status !== 'SOLVED') {
        const message = 'Only solved tickets can be rated'
        throw new InvalidInput([{ path: ['input', 'ticketId'], code: 'TICKET_UNSOLVED', message }])
      }
      const before = await tx.rating.findUnique({ where: { ticketId } })
      if (before?.score === score && before.comment === comment) return
      const now = new Date()
      const rate = Prisma.sql`
        INSERT INTO "Rating" ("ticketId", "score", "comment", "ratedAt")
        VALUES (${ticketId}::uuid, ${score}::"RatingScore", ${comment}, ${now}::timestamptz)
        ON CONFLICT ("ticketId") DO UPDATE
        SET "score" = excluded."score", "comment" = excluded."comment", "ratedAt" = excluded."ratedAt"`
      const touch = Prisma.sql`
        UPDATE "Ticket" SET "updatedAt" = ${now}::timestamptz WHERE "id" = ${ticketId}::uuid`
      await record(tx, ticket, actorOf(viewer), [{ type: 'TICKET_RATED', score }], [rate, touch])
    })
    return { ticketId }
  },
})
