import { z } from 'zod'
import { member } from '../api/context.ts'
import { NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { transaction } from '../database/db.ts'
import { actorOf } from '../events/actor.ts'
import { record } from '../events/record.ts'
import { lockManaged } from './lock.ts'
import { ticketPayload } from './payload.ts'

mutation('assignTicket', {
  description: 'Assigns a ticket to an operator, or to nobody.',
  scope: { team: true },
  fields: (t) => ({
    ticketId: t.id({ required: true, description: 'Global id of the ticket.' }),
    operatorId: t.id({ description: 'Global id of the operator; null for nobody.' }),
  }),
  input: z.object({ ticketId: globalId('Ticket'), operatorId: globalId('Operator').nullish() }),
  errors: [NotFound],
  payload: ticketPayload,
  work: async ({ ticketId, operatorId: assigneeId = null }, context) => {
    const viewer = member(context)
    await transaction(async (tx) => {
      // Waits for an operator who is being removed.
      await tx.$executeRaw`SELECT FROM "Operator" WHERE "id" = ${assigneeId}::uuid FOR SHARE`
      const ticket = await lockManaged(tx, ticketId, viewer)
      const { websiteId, assigneeId: from } = ticket
      const operators =
        assigneeId && (await tx.operator.count({ where: { id: assigneeId, websiteId, active: true } }))
      if (operators === 0) throw new NotFound('There is no such active operator')
      if (assigneeId === from) return
      await tx.ticket.update({ where: { id: ticketId }, data: { assigneeId } })
      await record(tx, ticket, actorOf(viewer), [{ type: 'ASSIGNEE_CHANGED', from, to: assigneeId }])
    })
    return { ticketId }
  },
})
