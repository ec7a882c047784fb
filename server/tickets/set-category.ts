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

mutation('setTicketCategory', {
  description: 'Moves a ticket to another category or to none.',
  scope: { team: true },
  fields: (t) => ({
    ticketId: t.id({ required: true, description: 'Global id of the ticket.' }),
    categoryId: t.id({ description: 'Global id of the category; null for none.' }),
  }),
  input: z.object({ ticketId: globalId('Ticket'), categoryId: globalId('Category').nullish() }),
  errors: [NotFound],
  payload: ticketPayload,
  work: async ({ ticketId, categoryId = null }, context) => {
    const viewer = member(context)
    await transaction(async (tx) => {
      // Before the ticket's, in the same order as deleting a category; waits for a category that is being deleted.
      await tx.$executeRaw`SELECT FROM "Category" WHERE "id" = ${categoryId}::uuid FOR SHARE`
      const ticket = await lockManaged(tx, ticketId, viewer)
      const { websiteId } = ticket
      const category = categoryId && (await tx.category.findFirst({ where: { id: categoryId, websiteId } }))
      if (categoryId && !category) throw new NotFound('There is no such category')
      const categoryName = category ? category.name : null
      const from = { id: ticket.categoryId, name: ticket.categoryName }
      if (from.id === categoryId && from.name === categoryName) return
      await tx.ticket.update({ where: { id: ticketId }, data: { categoryId, categoryName } })
      const to = { id: categoryId, name: categoryName }
      await record(tx, ticket, actorOf(viewer), [{ type: 'CATEGORY_CHANGED', from, to }])
    })
    return { ticketId }
  },
})
