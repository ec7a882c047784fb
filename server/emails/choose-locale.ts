import type { EmailText } from '../../client/i18n/catalogue.ts'
import { type Direction, isolate } from '../../client/i18n/direction.ts'
import { createText, type Text } from '../../client/i18n/text.ts'
import { chooseLanguage } from '../languages/choose-language.ts'
import { oneLine } from './one-line.ts'

/** Texts, dates and numbers of one language, as emails write them. */
export interface Language {
  /** BCP 47, in its normal form. */
  locale: string
  direction: Direction
  text: Text<EmailText>
  /** Day and time in UTC, which it names. */
  time(date: Date): string
  /** A name in a sentence of this language: one line that does not change the direction of the text around it. */
  name(text: string): string
}

/** The language of an email or of a page that an email leads to. */
export function chooseLocale(requested: string): Language {
  const { locale, texts, direction } = chooseLanguage(requested)
  const times = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  })
  return {
    locale,
    direction,
    text: createText(texts.emails, locale, direction),
    time: (date) => times.format(date),
    name: (text) => isolate(oneLine(text), direction),
  }
}
