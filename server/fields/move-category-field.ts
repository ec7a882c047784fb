import { z } from 'zod'
import { NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { changeSettings } from '../settings/change.ts'
import { moved, renumber } from '../settings/ordered-list.ts'
import { findField } from './find-field.ts'
import { type ChangedField, fieldPayload } from './payload.ts'

mutation('moveCategoryField', {
  description: 'Moves a field to another position in the form.',
  scope: { writeSettings: true },
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the field.' }),
    position: t.int({
      required: true,
      description: 'New position, starting at 1; anything past the end means the end.',
    }),
  }),
  input: z.object({ id: globalId('CategoryField'), position: z.int().min(1) }),
  errors: [NotFound],
  work: ({ id, position }, context): Promise<ChangedField> =>
    changeSettings(context, 'moveCategoryField', async (tx, websiteId) => {
      const { field, fields, category } = await findField(tx, websiteId, id)
      await renumber(tx, 'CategoryField', moved(fields, field, position))
      const details = { category: category.name, name: field.label, position }
      return { result: { id, categoryId: field.categoryId }, details }
    }),
  payload: fieldPayload,
})
