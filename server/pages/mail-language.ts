import { chooseLocale, type Language } from '../emails/choose-locale.ts'
import { ar } from './mail-texts/ar.ts'
import { de } from './mail-texts/de.ts'
import { en, type MailPageTexts } from './mail-texts/en.ts'
import { es } from './mail-texts/es.ts'
import { fr } from './mail-texts/fr.ts'

const catalogues: Record<string, MailPageTexts> = { en, de, fr, es, ar }

/** The language of the mail that led to a page: its words, and those of the page. */
export function mailPageLanguage(requested: string): Language & { page: MailPageTexts } {
  const language = chooseLocale(requested)
  return { ...language, page: catalogues[new Intl.Locale(language.locale).language] ?? en }
}
