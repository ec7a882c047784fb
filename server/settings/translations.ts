import { z } from 'zod'
import type { Context } from '../api/context.ts'
import { translationIn } from '../languages/translation.ts'
import { broken } from '../text/broken.ts'
import { locale } from '../websites/locale.ts'

const maxTranslations = 30

/** Rule for the translations of a text: one for each language, at most 30. */
export const translationsRule = <Fields extends z.ZodRawShape>(fields: Fields) =>
  z
    .array(z.object({ ...fields, locale }))
    .max(maxTranslations, `Give at most ${maxTranslations} translations`)
    .refine(
      (translations: { locale?: unknown }[]) =>
        new Set(translations.map(({ locale }) => locale)).size === translations.length,
      broken('REPEATED', 'Give each language once'),
    )

/** For the audit log: the languages of the translations that were saved. */
export const localesIn = (translations: { locale: string }[] | null | undefined) =>
  translations ? { translations: translations.map(({ locale }) => locale).join(', ') } : {}

/** What a translation needs of a row: the column, and the website's default language. */
export const translatedColumns = { translations: true, website: { select: { locale: true } } } as const

interface Row {
  translations: unknown
  website: { locale: string }
}

/** The translation for a calling customer; undefined for the original, and for everybody else. */
export function translationFor<Translation extends { locale: string }>(
  { translations, website }: Row,
  { viewer }: Context,
): Translation | undefined {
  if (viewer?.kind !== 'customer') return undefined
  return translationIn(translations as Translation[], viewer.locale, website.locale)
}
