import { z } from 'zod'
import type { InputFields } from '../api/mutation.ts'
import { broken } from '../text/broken.ts'
import { line, maxChoices } from './lines.ts'
import { pattern } from './pattern.ts'
import { CategoryFieldTranslationInput, translations } from './translations.ts'

export const name = z
  .string()
  .refine(
    (text) => /^[a-z][a-z0-9_]{0,49}$/.test(text),
    broken(
      'NAME_INVALID',
      'A name has lower-case letters a to z, digits and underscores, starts with a letter, and has at most 50 characters',
    ),
  )
  // Every object of JavaScript has it.
  .refine((text) => text !== 'constructor', broken('TAKEN', 'Choose another name'))

export const label = line(100, 'label')

/** Rules for the details of a field, besides name, label and type. */
export const details = {
  hint: z.union([z.literal(''), line(200, 'hint')]).nullish(),
  required: z.boolean().nullish(),
  pattern: pattern.nullish(),
  choices: z
    .array(line(100, 'choice'))
    .max(maxChoices, `A field can have at most ${maxChoices} choices`)
    .refine(
      (choices) => new Set(choices).size === choices.length,
      broken('REPEATED', 'Two choices are the same'),
    )
    .nullish(),
  shownIf: z.string().nullish(),
  shownIfValues: z
    .array(z.string())
    .max(maxChoices, `A field can have at most ${maxChoices} choices`)
    .nullish(),
  translations: translations.nullish(),
}

export const labelDescription = 'Label shown to customers, at most 100 characters.'

export const detailInputs = (t: InputFields) => ({
  hint: t.string({ description: 'Shown below the field, at most 200 characters; empty for none.' }),
  required: t.boolean({ description: 'Whether a new ticket needs a value while the field is shown.' }),
  pattern: t.string({
    description:
      'For TEXT fields: a regular expression in RE2 syntax that must match the whole text, at most 200 characters; ' +
      'empty for none. Explain it in `hint`, which customers see if a text does not match.',
  }),
  choices: t.stringList({
    description: 'For CHOICE fields: 1 to 50 distinct texts of at most 100 characters each.',
  }),
  shownIf: t.string({
    description:
      'Name of another field of the category whose value decides whether this one is shown; empty to always show ' +
      'it. Give it together with `shownIfValues`.',
  }),
  shownIfValues: t.stringList({
    description:
      'Values of the `shownIf` field for which this one is shown, if that is a choice or a checkbox; empty for any ' +
      'value, or for `true` if it is a checkbox.',
  }),
  translations: t.field({
    type: [CategoryFieldTranslationInput],
    description:
      'Translations, at most 30, one per language. They replace all existing ones; an empty list removes them.',
  }),
})
