import { NotFound } from '../api/errors.ts'
import { moveMutation } from '../settings/move-mutation.ts'
import { inOrder } from '../settings/ordered-list.ts'
import { categoryPayload } from './payload.ts'

moveMutation('moveCategory', {
  description: 'Moves a category to another position in the list.',
  type: 'Category',
  called: 'category',
  async find(tx, websiteId, id) {
    const items = await tx.category.findMany({ where: { websiteId }, orderBy: inOrder })
    const item = items.find((other) => other.id === id)
    if (!item) throw new NotFound('There is no such category')
    return { items, item, result: { id, websiteId }, details: { name: item.name } }
  },
  payload: categoryPayload,
})
