import { chooseLocale } from './choose-locale.ts'

/** What emails in a language call a customer who was erased. */
export const erasedName = (locale: string) => chooseLocale(locale).text('erased')
