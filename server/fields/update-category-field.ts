import { z } from 'zod'
import { NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { changeSettings } from '../settings/change.ts'
import { localesIn } from '../settings/translations.ts'
import { checkDefinition } from './check-definition.ts'
import { findField } from './find-field.ts'
import { type ChangedField, fieldPayload } from './payload.ts'
import { detailInputs, details, label, labelDescription } from './rules.ts'

mutation('updateCategoryField', {
  description:
    'Changes only the fields given. Tickets keep their values and labels, even a value that is no longer a choice.',
  scope: { writeSettings: true },
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the field.' }),
    label: t.string({ description: labelDescription }),
    ...detailInputs(t),
  }),
  input: z.object({ id: globalId('CategoryField'), label: label.nullish(), ...details }),
  errors: [NotFound],
  work: ({ id, ...input }, context): Promise<ChangedField> =>
    changeSettings(context, 'updateCategoryField', async (tx, websiteId) => {
      const { field, others, category } = await findField(tx, websiteId, id)
      const given = Object.entries(input).filter(([, value]) => value != null)
      // An empty text means none.
      const changes = Object.fromEntries(given.map(([name, value]) => [name, value === '' ? null : value]))
      if ('shownIf' in changes) changes.shownIfValues = input.shownIfValues ?? []
      checkDefinition({ ...field, ...changes }, others)
      await tx.categoryField.update({ where: { id }, data: changes })
      const name = input.label ?? field.label
      const details = { category: category.name, name, ...localesIn(input.translations) }
      return { result: { id, categoryId: field.categoryId }, details }
    }),
  payload: fieldPayload,
})
