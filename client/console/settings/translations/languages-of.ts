import { languageName } from '../../details/language-name.ts'

/** The languages of the translations, as a list. */
export function languagesOf(inLocale: string, translations: { locale: string }[] | null | undefined): string {
  const names = (translations ?? []).map(({ locale }) => languageName(inLocale, locale))
  return new Intl.ListFormat(inLocale).format(names)
}
