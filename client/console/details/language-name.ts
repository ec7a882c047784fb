/** The name of a language such as “fr-CA”; an unknown tag is returned unchanged. */
export function languageName(inLocale: string, tag: string): string {
  try {
    return new Intl.DisplayNames(inLocale, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
