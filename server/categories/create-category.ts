import { z } from 'zod'
import { LimitReached } from '../api/errors.ts'
import { mutation } from '../api/mutation.ts'
import { changeSettings } from '../settings/change.ts'
import type { Changed } from '../settings/ordered-list.ts'
import { localesIn } from '../settings/translations.ts'
import { name } from '../websites/name.ts'
import { categoryPayload } from './payload.ts'
import { CategoryTranslationInput, translations } from './translations.ts'
import { checkUnique } from './unique-name.ts'

const maxCategories = 50

mutation('createCategory', {
  description: 'Adds a category at the end of the list. A website has at most 50.',
  scope: { writeSettings: true },
  fields: (t) => ({
    name: t.string({
      required: true,
      description:
        'Name shown to customers, at most 100 characters. Unique within the website, ignoring case.',
    }),
    translations: t.field({
      type: [CategoryTranslationInput],
      description: 'Translations of the name, at most 30, one per language.',
    }),
  }),
  input: z.object({ name, translations: translations.nullish() }),
  errors: [LimitReached],
  work: ({ name, translations }, context): Promise<Changed> =>
    changeSettings(context, 'createCategory', async (tx, websiteId) => {
      await checkUnique(tx, websiteId, name)
      const count = await tx.category.count({ where: { websiteId } })
      if (count >= maxCategories)
        throw new LimitReached(`A website can have at most ${maxCategories} categories`, maxCategories)
      const { id } = await tx.category.create({
        data: { websiteId, name, translations: translations ?? [], position: count + 1 },
      })
      return { result: { id, websiteId }, details: { name, ...localesIn(translations) } }
    }),
  payload: categoryPayload,
})
