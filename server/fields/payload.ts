import type { OutputFields } from '../api/builder.ts'
import { readBack } from '../api/errors.ts'
import { db } from '../database/db.ts'
import { inOrder } from '../settings/ordered-list.ts'
import { CategoryField } from './category-field.ts'

export interface ChangedField {
  id: string
  categoryId: string
}

/** All fields of the category, for mutations that changed one. */
export const fieldsField = (t: OutputFields<ChangedField>) =>
  t.prismaField({
    type: [CategoryField],
    description: 'All fields of the category after the change, in order.',
    resolve: (query, { categoryId }) =>
      db.categoryField.findMany({ ...query, where: { categoryId }, orderBy: inOrder }),
  })

export const fieldPayload = (t: OutputFields<ChangedField>) => ({
  field: t.prismaField({
    type: CategoryField,
    description: 'The field after the change.',
    resolve: (query, { id }) => readBack(db.categoryField.findUnique({ ...query, where: { id } })),
  }),
  fields: fieldsField(t),
})
