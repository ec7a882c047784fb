import { z } from 'zod'
import { verb } from '../builder.ts'
import { member } from '../context.ts'
import { transaction } from '../db.ts'
import { NotFound } from '../errors.ts'
import { globalId } from '../global-id.ts'
import { announce } from './announce.ts'
import { lockManaged } from './lock.ts'
import { ticketPayload } from './payload.ts'

verb('setTicketCategory', {
  description: 'Moves a ticket to another category, or to none.',
  scope: { team: true },
  fields: (t) => ({
    ticketId: t.id({ required: true, description: 'The ticket.' }),
    categoryId: t.id({ description: 'The category; null or left out: none.' }),
  }),
  input: z.object({ ticketId: globalId('Ticket'), categoryId: globalId('Category').nullish() }),
  errors: [NotFound],
  payload: ticketPayload,
  work: async ({ ticketId, categoryId = null }, context) => {
    const viewer = member(context)
    await transaction(async (tx) => {
      // Before the ticket's, as deleting a category does; a category that is being deleted is waited for.
      await tx.$executeRaw`SELECT FROM "Category" WHERE "id" = ${categoryId}::uuid FOR SHARE`
      const { websiteId } = await lockManaged(tx, ticketId, viewer)
      const category = categoryId && (await tx.category.findFirst({ where: { id: categoryId, websiteId } }))
      if (categoryId && !category) throw new NotFound('There is no such category')
      await tx.ticket.update({
        where: { id: ticketId },
        data: { categoryId, categoryName: category ? category.name : null },
      })
    })
    await announce(ticketId)
    return { ticketId }
  },
})
