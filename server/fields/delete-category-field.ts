import { z } from 'zod'
import { Conflict, NotFound } from '../api/errors.ts'
import { encodeGlobalID, globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { changeSettings } from '../settings/change.ts'
import { renumber } from '../settings/ordered-list.ts'
import { findField } from './find-field.ts'
import { type ChangedField, fieldsField } from './payload.ts'

mutation('deleteCategoryField', {
  description:
    'Deletes a field. Tickets keep their values: `Ticket.fields` still has them, and tickets can still be filtered ' +
    'by them. Conflict if another field’s `shownIf` depends on it.',
  scope: { writeSettings: true },
  fields: (t) => ({ id: t.id({ required: true, description: 'Global id of the field.' }) }),
  input: z.object({ id: globalId('CategoryField') }),
  errors: [NotFound, Conflict],
  work: ({ id }, context): Promise<ChangedField> =>
    changeSettings(context, 'deleteCategoryField', async (tx, websiteId) => {
      const { field, others, category } = await findField(tx, websiteId, id)
      const dependent = others.find(({ shownIf }) => shownIf === field.name)
      if (dependent) {
        const message = `“${dependent.label}” depends on this field: change that field first`
        throw new Conflict('FIELD_IN_USE', message, dependent.label)
      }
      await tx.categoryField.delete({ where: { id } })
      await renumber(tx, 'CategoryField', others)
      const details = { category: category.name, name: field.label }
      return { result: { id, categoryId: field.categoryId }, details }
    }),
  payload: (t) => ({
    deletedId: t.id({
      description: 'Global id of the deleted field.',
      resolve: ({ id }) => encodeGlobalID('CategoryField', id),
    }),
    fields: fieldsField(t),
  }),
})
