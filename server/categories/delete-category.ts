import { z } from 'zod'
import { Prisma } from '../../prisma/generated/client/client.ts'
import { type Context, member } from '../api/context.ts'
import { NotFound } from '../api/errors.ts'
import { encodeGlobalID, globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { inBatches } from '../database/in-batches.ts'
import { rows } from '../database/rows.ts'
import { wakeAudience } from '../events/audience.ts'
import { changeSettings } from '../settings/change.ts'
import { type Changed, inOrder, renumber } from '../settings/ordered-list.ts'
import { categoriesField } from './payload.ts'

mutation('deleteCategory', {
  description:
    'Deletes a category and its fields. Its tickets are kept, with its name as their `categoryName` and the values ' +
    'of its fields.',
  scope: { writeSettings: true },
  fields: (t) => ({ id: t.id({ required: true, description: 'Global id of the category.' }) }),
  input: z.object({ id: globalId('Category') }),
  errors: [NotFound],
  work: async ({ id }, context): Promise<Changed> => {
    await leave(id, context)
    return changeSettings(context, 'deleteCategory', async (tx, websiteId) => {
      const category = await tx.category.findFirst({ where: { id, websiteId } })
      if (!category) throw new NotFound('There is no such category')
      await tx.category.delete({ where: { id } })
      const rest = await tx.category.findMany({ where: { websiteId }, orderBy: inOrder })
      await renumber(tx, 'Category', rest)
      return { result: { id, websiteId }, details: { name: category.name } }
    })
  },
  payload: (t) => ({
    deletedId: t.id({
      description: 'Global id of the deleted category.',
      resolve: ({ id }) => encodeGlobalID('Category', id),
    }),
    categories: categoriesField(t),
  }),
})

/**
 * Takes the tickets out of the category, before the website's row is locked and nobody can open one. If it is interrupted,
 * a repeat takes out the others.
 */
async function leave(categoryId: string, context: Context): Promise<void> {
  const { websiteId } = member(context)
  await inBatches(async (limit) => {
    const left = await rows<{ id: string }>(Prisma.sql`
      UPDATE "Ticket" SET "categoryId" = NULL, "updatedAt" = ${new Date()}::timestamptz WHERE "id" IN (
        SELECT "id" FROM "Ticket" WHERE "categoryId" = ${categoryId}::uuid AND "websiteId" = ${websiteId}::uuid
        LIMIT ${limit})
      RETURNING "id"`)
    wakeAudience(...left.map(({ id }) => id))
    return { count: left.length }
  })
}
