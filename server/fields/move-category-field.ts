import { moveMutation } from '../settings/move-mutation.ts'
import { findField } from './find-field.ts'
import { fieldPayload } from './payload.ts'

moveMutation('moveCategoryField', {
  description: 'Moves a field to another position in the form.',
  type: 'CategoryField',
  called: 'field',
  async find(tx, websiteId, id) {
    const { field, fields, category } = await findField(tx, websiteId, id)
    const details = { category: category.name, name: field.label }
    return { items: fields, item: field, result: { id, categoryId: field.categoryId }, details }
  },
  payload: fieldPayload,
})
