import type { EmailText } from '../../client/i18n/catalogue.ts'
import { type Direction, isolate } from '../../client/i18n/direction.ts'
import { createText, type Text } from '../../client/i18n/text.ts'
import { ticketNumber } from '../../client/i18n/ticket-number.ts'
import { chooseLanguage } from '../languages/choose-language.ts'
import { oneLine } from './one-line.ts'

/** The texts, dates and numbers of one language, as emails show them. */
export interface Language {
  /** BCP 47, in canonical form. */
  locale: string
  /** Name of the catalogue. */
  tag: string
  direction: Direction
  text: Text<EmailText>
  ticketNumber(number: number): string
  /** Date and time in UTC, labeled as such. */
  time(date: Date): string
  /** A name within a sentence: one line that does not change the direction of the text around it. */
  name(text: string): string
}

const known = new Map<string, Language>()

/** The language of an email or of a page that an email links to. */
export function chooseLocale(requested: string): Language {
  const language = known.get(requested) ?? languageFor(requested)
  if (known.size >= 200) known.clear()
  known.set(requested, language)
  return language
}

function languageFor(requested: string): Language {
  const { locale, tag, texts, direction } = chooseLanguage(requested)
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
    tag,
    direction,
    text: createText(texts.emails, locale, direction),
    ticketNumber: (number) => ticketNumber(locale, number),
    time: (date) => times.format(date),
    name: (text) => isolate(oneLine(text), direction),
  }
}
