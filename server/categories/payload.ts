import type { OutputFields } from '../api/builder.ts'
import { readBack } from '../api/errors.ts'
import { db } from '../database/db.ts'
import { type Changed, inOrder } from '../settings/ordered-list.ts'
import { Category } from './category.ts'

/** All categories, for mutations that changed one. */
export const categoriesField = (t: OutputFields<Changed>) =>
  t.prismaField({
    type: [Category],
    description: 'All categories after the change, in order.',
    resolve: (query, { websiteId }) =>
      db.category.findMany({ ...query, where: { websiteId }, orderBy: inOrder }),
  })

export const categoryPayload = (t: OutputFields<Changed>) => ({
  category: t.prismaField({
    type: Category,
    description: 'The category after the change.',
    resolve: (query, { id, websiteId }) =>
      readBack(db.category.findFirst({ ...query, where: { id, websiteId } })),
  }),
  categories: categoriesField(t),
})
