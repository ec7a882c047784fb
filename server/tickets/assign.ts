import { z } from 'zod'
import { verb } from '../builder.ts'
import { member } from '../context.ts'
import { transaction } from '../db.ts'
import { NotFound } from '../errors.ts'
import { globalId } from '../global-id.ts'
import { announce } from './announce.ts'
import { lockManaged } from './lock.ts'
import { recordNews } from './news.ts'
import { ticketPayload } from './payload.ts'

verb('assignTicket', {
  description: 'Puts an operator in charge of a ticket, or nobody.',
  scope: { team: true },
  fields: (t) => ({
    ticketId: t.id({ required: true, description: 'The ticket.' }),
    operatorId: t.id({ description: 'The operator; null or left out: nobody.' }),
  }),
  input: z.object({ ticketId: globalId('Ticket'), operatorId: globalId('Operator').nullish() }),
  errors: [NotFound],
  payload: ticketPayload,
  work: async ({ ticketId, operatorId: assigneeId = null }, context) => {
    const viewer = member(context)
    await transaction(async (tx) => {
      // An operator who is being removed is waited for.
      await tx.$executeRaw`SELECT FROM "Operator" WHERE "id" = ${assigneeId}::uuid FOR SHARE`
      const ticket = await lockManaged(tx, ticketId, viewer)
      const { websiteId } = ticket
      const operators =
        assigneeId && (await tx.operator.count({ where: { id: assigneeId, websiteId, active: true } }))
      if (operators === 0) throw new NotFound('There is no such active operator')
      await tx.ticket.update({ where: { id: ticketId }, data: { assigneeId } })
      if (assigneeId) await recordNews(tx, ticket)
    })
    await announce(ticketId)
    return { ticketId }
  },
})
