import { z } from 'zod'
import { builder } from '../api/builder.ts'
import { translationFor, translationsRule } from '../settings/translations.ts'
import { lineRule } from '../text/rules.ts'
import { planColumn } from '../websites/planned-website.ts'
import { Website } from '../websites/website.ts'

const line = lineRule({
  max: 300,
  needed: 'Enter a greeting',
  tooLong: 'A greeting can have at most 300 characters',
})

/** Rule for a greeting: one line; empty for none. */
export const greeting = z.string().transform((text, check) => {
  if (text.trim() === '') return ''
  const { data, error } = line.safeParse(text)
  for (const issue of error?.issues ?? []) check.addIssue({ ...issue })
  return data ?? z.NEVER
})

export const greetingTranslations = translationsRule({ greeting: line })

type Translation = { locale: string; greeting: string }

const GreetingTranslation = builder.objectRef<Translation>('GreetingTranslation').implement({
  description: 'The greeting in another language.',
  fields: (t) => ({
    locale: t.exposeString('locale', { description: 'Language (BCP 47).' }),
    greeting: t.exposeString('greeting', { description: 'Greeting in that language, plain text.' }),
  }),
})

export const GreetingTranslationInput = builder.inputType('GreetingTranslationInput', {
  description: 'The greeting in another language.',
  fields: (t) => ({
    locale: t.string({ required: true, description: 'Language (BCP 47).' }),
    greeting: t.string({ required: true, description: 'Plain text on one line, at most 300 characters.' }),
  }),
})

builder.prismaObjectField(Website, 'greeting', (t) =>
  t.string({
    description:
      'Shown above a customer’s tickets, one line of plain text; null for none. A customer gets the translation ' +
      'for their language, else for the website’s, else the original; everyone else gets the original.',
    nullable: true,
    select: { greeting: true, greetingTranslations: true, locale: true },
    resolve: ({ greeting, greetingTranslations: translations, locale }, _args, context) =>
      greeting &&
      (translationFor<Translation>({ translations, website: { locale } }, context)?.greeting ?? greeting),
  }),
)

builder.prismaObjectField(Website, 'greetingTranslations', (t) =>
  t.field({
    type: [GreetingTranslation],
    description: 'The greeting in other languages; null for customers.',
    nullable: true,
    select: { greetingTranslations: true },
    resolve: ({ greetingTranslations }, _args, { viewer }) =>
      viewer?.kind === 'customer' ? null : (greetingTranslations as unknown as Translation[]),
  }),
)

planColumn('greeting')
planColumn('greetingTranslations', ['GreetingTranslation.locale', 'GreetingTranslation.greeting'])
