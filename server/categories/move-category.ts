import { z } from 'zod'
import { NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { changeSettings } from '../settings/change.ts'
import { moved } from '../settings/positions.ts'
import { type Changed, categoryPayload, inOrder } from './payload.ts'

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
      for (const [index, other] of moved(
        categories.map(({ id }) => id),
        id,
        position,
      ).entries()) {
        await tx.category.update({ where: { id: other }, data: { position: index + 1 } })
      }
      return { result: { id, websiteId }, details: { name: category.name, position } }
    }),
  payload: categoryPayload,
})
