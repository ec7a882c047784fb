import { z } from 'zod'
import { NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { changeSettings } from '../settings/change.ts'
import { type Changed, inOrder, moved, renumber } from '../settings/ordered-list.ts'
import { categoryPayload } from './payload.ts'

mutation('moveCategory', {
  description: 'Moves a category to another position in the list.',
  scope: { writeSettings: true },
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the category.' }),
    position: t.int({
      required: true,
      description: 'New position, starting at 1; anything past the end means the end.',
    }),
  }),
  input: z.object({ id: globalId('Category'), position: z.int().min(1) }),
  errors: [NotFound],
  work: ({ id, position }, context): Promise<Changed> =>
    changeSettings(context, 'moveCategory', async (tx, websiteId) => {
      const categories = await tx.category.findMany({ where: { websiteId }, orderBy: inOrder })
      const category = categories.find((other) => other.id === id)
      if (!category) throw new NotFound('There is no such category')
      await renumber(tx, 'Category', moved(categories, category, position))
      return { result: { id, websiteId }, details: { name: category.name, position } }
    }),
  payload: categoryPayload,
})
