import { z } from 'zod'
import { NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { changeSettings } from '../settings/change.ts'
import type { Changed } from '../settings/ordered-list.ts'
import { localesIn } from '../settings/translations.ts'
import { name } from '../websites/name.ts'
import { categoryPayload } from './payload.ts'
import { CategoryTranslationInput, translations } from './translations.ts'
import { checkUnique } from './unique-name.ts'

mutation('updateCategory', {
  description:
    'Renames or translates a category. Only the fields given are changed. Existing tickets keep the old name as ' +
    'their `categoryName`.',
  scope: { writeSettings: true },
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the category.' }),
    name: t.string({
      description: 'New name, at most 100 characters. Unique within the website, ignoring case.',
    }),
    translations: t.field({
      type: [CategoryTranslationInput],
      description:
        'Translations of the name, at most 30, one per language. They replace all existing ones; an empty list ' +
        'removes them.',
    }),
  }),
  input: z.object({
    id: globalId('Category'),
    name: name.nullish(),
    translations: translations.nullish(),
  }),
  errors: [NotFound],
  work: ({ id, translations, ...input }, context): Promise<Changed> =>
    changeSettings(context, 'updateCategory', async (tx, websiteId) => {
      const category = await tx.category.findFirst({ where: { id, websiteId } })
      if (!category) throw new NotFound('There is no such category')
      const name = input.name ?? category.name
      await checkUnique(tx, websiteId, name, id)
      await tx.category.update({ where: { id }, data: { name, translations: translations ?? undefined } })
      return {
        result: { id, websiteId },
        details: { from: category.name, to: name, ...localesIn(translations) },
      }
    }),
  payload: categoryPayload,
})
