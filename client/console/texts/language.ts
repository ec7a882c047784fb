/** A language as the server negotiates it. */
export interface Language {
  /** For dates and numbers (BCP 47). */
  locale: string
  /** Names its files of texts. */
  tag: string
}

const root = document.documentElement

export const shownLanguage = (): Language => ({ locale: root.lang, tag: root.dataset.texts ?? 'en' })

export function showLanguage({ locale, tag }: Language): void {
  root.lang = locale
  root.dataset.texts = tag
}
