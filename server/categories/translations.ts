import { builder } from '../api/builder.ts'
import { translationsRule } from '../settings/translations.ts'
import { name } from '../websites/name.ts'

/** As stored with the category. */
export type StoredTranslation = { locale: string; name: string }

export const CategoryTranslation = builder.objectRef<StoredTranslation>('CategoryTranslation').implement({
  description: 'A category’s name in another language.',
  fields: (t) => ({
    locale: t.exposeString('locale', { description: 'Language (BCP 47).' }),
    name: t.exposeString('name', { description: 'Name in that language.' }),
  }),
})

export const CategoryTranslationInput = builder.inputType('CategoryTranslationInput', {
  description: 'A category’s name in another language.',
  fields: (t) => ({
    locale: t.string({ required: true, description: 'Language (BCP 47).' }),
    name: t.string({ required: true, description: 'Name in that language, at most 100 characters.' }),
  }),
})

export const translations = translationsRule({ name })
