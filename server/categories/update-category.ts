import { z } from 'zod'
import { NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { changeSettings } from '../settings/change.ts'
import type { Changed } from '../settings/ordered-list.ts'
import { name } from '../websites/name.ts'
import { categoryPayload } from './payload.ts'
import { checkUnique } from './unique-name.ts'

mutation('updateCategory', {
  description: 'Renames a category. Existing tickets keep the old name as their `categoryName`.',
  scope: { writeSettings: true },
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the category.' }),
    name: t.string({
      required: true,
      description: 'New name, at most 100 characters. Unique within the website, ignoring case.',
    }),
  }),
  input: z.object({ id: globalId('Category'), name }),
  errors: [NotFound],
  work: ({ id, name }, context): Promise<Changed> =>
    changeSettings(context, 'updateCategory', async (tx, websiteId) => {
      const category = await tx.category.findFirst({ where: { id, websiteId } })
      if (!category) throw new NotFound('There is no such category')
      await checkUnique(tx, websiteId, name, id)
      await tx.category.update({ where: { id }, data: { name } })
      return { result: { id, websiteId }, details: { from: category.name, to: name } }
    }),
  payload: categoryPayload,
})
