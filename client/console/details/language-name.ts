/** “fr-CA” as words; a tag that means nothing to the browser stays as it is. */
export function languageName(inLocale: string, tag: string): string {
  try {
    return new Intl.DisplayNames(inLocale, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
