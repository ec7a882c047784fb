import { z } from 'zod'
import { FieldType as Types } from '../../prisma/generated/client/enums.ts'
import { InvalidInput, LimitReached, NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { changeSettings } from '../settings/change.ts'
import { localesIn } from '../settings/translations.ts'
import { FieldType } from './category-field.ts'
import { checkDefinition } from './check-definition.ts'
import { type ChangedField, fieldPayload } from './payload.ts'
import { detailInputs, details, label, labelDescription, name } from './rules.ts'

const maxFields = 20

mutation('createCategoryField', {
  description:
    'Adds a field at the end of the form for new tickets of a category. A category has at most 20.',
  scope: { writeSettings: true },
  fields: (t) => ({
    categoryId: t.id({ required: true, description: 'Global id of the category.' }),
    name: t.string({
      required: true,
      description:
        'Identifies it in inputs, filters and addresses, and cannot be changed: lower-case letters a to z, digits and ' +
        'underscores, starting with a letter, at most 50. Unique within the category.',
    }),
    label: t.string({ required: true, description: labelDescription }),
    type: t.field({ type: FieldType, required: true, description: 'Type of its values. Cannot be changed.' }),
    ...detailInputs(t),
  }),
  input: z.object({ categoryId: globalId('Category'), name, label, type: z.enum(Types), ...details }),
  errors: [NotFound, LimitReached],
  work: ({ categoryId, ...input }, context): Promise<ChangedField> =>
    changeSettings(context, 'createCategoryField', async (tx, websiteId) => {
      const category = await tx.category.findFirst({
        where: { id: categoryId, websiteId },
        include: { fields: true },
      })
      if (!category) throw new NotFound('There is no such category')
      const { fields } = category
      if (fields.length >= maxFields)
        throw new LimitReached(`A category can have at most ${maxFields} fields`, maxFields)
      if (fields.some((field) => field.name === input.name)) {
        const message = 'This category already has a field with this name'
        throw new InvalidInput([{ path: ['input', 'name'], code: 'TAKEN', message }])
      }
      const data = {
        ...input,
        hint: input.hint || null,
        required: input.required ?? false,
        pattern: input.pattern || null,
        choices: input.choices ?? [],
        shownIf: input.shownIf || null,
        shownIfValues: input.shownIfValues ?? [],
        translations: input.translations ?? [],
      }
      checkDefinition(data, fields)
      const { id } = await tx.categoryField.create({
        data: { ...data, categoryId, position: fields.length + 1 },
      })
      const details = { category: category.name, name: input.label, ...localesIn(input.translations) }
      return { result: { id, categoryId }, details }
    }),
  payload: fieldPayload,
})
