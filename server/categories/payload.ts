import type { OutputFields } from '../api/builder.ts'
import { readBack } from '../api/errors.ts'
import { db } from '../database/db.ts'
import { Category } from './category.ts'

export interface Changed {
  id: string
  websiteId: string
}

export const inOrder = [{ position: 'asc' as const }, { id: 'asc' as const }]

/** All categories, for mutations that changed one. */
export const categoriesField = (t: OutputFields<Changed>) =>
  t.prismaField({
    type: [Category],
    description: 'All categories after the change, in order.',
    resolve: (query, { websiteId }) =>
      db.category.findMany({ ...query, where: { websiteId }, orderBy: inOrder }),
  })

/** Payload fields of a mutation that changed one category. */
export const categoryPayload = (t: OutputFields<Changed>) => ({
  category: t.prismaField({
    type: Category,
    description: 'The category after the change.',
    resolve: (query, { id, websiteId }) =>
      readBack(db.category.findFirst({ ...query, where: { id, websiteId } })),
  }),
  categories: categoriesField(t),
})
