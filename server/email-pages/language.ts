import type { PageText } from '../../client/i18n/catalogue.ts'
import { createText, type Text } from '../../client/i18n/text.ts'
import { chooseLocale, type Language } from '../emails/choose-locale.ts'
import { chooseLanguage } from '../languages/choose-language.ts'

/** The language of the email that linked to a page, with the page's texts. */
export function emailPageLanguage(requested: string): Language & { page: Text<PageText> } {
  const { locale, texts, direction } = chooseLanguage(requested)
  return { ...chooseLocale(requested), page: createText(texts.pages, locale, direction) }
}
