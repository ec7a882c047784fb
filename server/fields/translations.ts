import { z } from 'zod'
import { builder } from '../api/builder.ts'
import { translationsRule } from '../settings/translations.ts'
import { line, maxChoices } from './lines.ts'

type TranslatedChoice = { choice: string; label: string }

/** As stored with the field. */
export type StoredTranslation = { locale: string; label: string; hint: string; choices: TranslatedChoice[] }

const ChoiceTranslation = builder.objectRef<TranslatedChoice>('ChoiceTranslation').implement({
  description: 'Label of a choice in another language.',
  fields: (t) => ({
    choice: t.exposeString('choice', { description: 'The choice as in `choices`.' }),
    label: t.exposeString('label', { description: 'Label in that language.' }),
  }),
})

export const CategoryFieldTranslation = builder
  .objectRef<StoredTranslation>('CategoryFieldTranslation')
  .implement({
    description: 'A field in another language.',
    fields: (t) => ({
      locale: t.exposeString('locale', { description: 'Language (BCP 47).' }),
      label: t.exposeString('label', { description: 'Label in that language.' }),
      hint: t.exposeString('hint', { description: 'Hint in that language; empty for the original.' }),
      choices: t.expose('choices', {
        type: [ChoiceTranslation],
        description: 'Choices in that language. Omitted ones are shown untranslated.',
      }),
    }),
  })

const ChoiceTranslationInput = builder.inputType('ChoiceTranslationInput', {
  description: 'Label of a choice in another language.',
  fields: (t) => ({
    choice: t.string({ required: true, description: 'The choice as in `choices`.' }),
    label: t.string({ required: true, description: 'Label in that language, at most 100 characters.' }),
  }),
})

export const CategoryFieldTranslationInput = builder.inputType('CategoryFieldTranslationInput', {
  description: 'A field in another language.',
  fields: (t) => ({
    locale: t.string({ required: true, description: 'Language (BCP 47).' }),
    label: t.string({ required: true, description: 'Label in that language, at most 100 characters.' }),
    hint: t.string({ description: 'Hint in that language, at most 200 characters; empty for the original.' }),
    choices: t.field({
      type: [ChoiceTranslationInput],
      description: 'Choices in that language, at most 50. Omitted ones are shown untranslated.',
    }),
  }),
})

const choices = z
  .array(z.object({ choice: z.string(), label: line(100, 'choice') }))
  .max(maxChoices, `A field can have at most ${maxChoices} choices`)

export const translations = translationsRule({
  label: line(100, 'label'),
  hint: z
    .union([z.literal(''), line(200, 'hint')])
    .nullish()
    .transform((hint) => hint ?? ''),
  choices: choices.nullish().transform((choices) => choices ?? []),
})
