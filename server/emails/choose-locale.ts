import { isolate } from './direction.ts'
import { oneLine } from './one-line.ts'
import { ar } from './texts/ar.ts'
import { de } from './texts/de.ts'
import { en, type Texts } from './texts/en.ts'
import { es } from './texts/es.ts'
import { fr } from './texts/fr.ts'

const catalogues: Record<string, Texts> = { en, de, fr, es, ar }

/** Languages that mails are written in. */
export const locales = Object.keys(catalogues)

/** Words, dates and numbers of one language. */
export interface Language {
  /** BCP 47, in its normal form. */
  locale: string
  texts: Texts
  /** Day and time in UTC, which it names. */
  time(date: Date): string
  number(value: number): string
  /** A name as it stands in a sentence of this language: one line that turns nothing around it. */
  name(text: string): string
}

/** The language that comes closest to a BCP 47 tag, of its region where its words are known; else English. */
export function chooseLocale(requested: string): Language {
  const { locale, texts } = closest(requested)
  const times = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  })
  const numbers = new Intl.NumberFormat(locale)
  return {
    locale,
    texts,
    time: (date) => times.format(date),
    number: (value) => numbers.format(value),
    name: (text) => isolate(oneLine(text), texts.dir),
  }
}

function closest(requested: string): { locale: string; texts: Texts } {
  try {
    const { baseName, language } = new Intl.Locale(requested.replaceAll('_', '-'))
    const texts = catalogues[language]
    if (texts && scriptOf(baseName) === scriptOf(language)) return { locale: baseName, texts }
  } catch {
    // No language tag at all.
  }
  return { locale: 'en', texts: en }
}

const scriptOf = (locale: string) => new Intl.Locale(locale).maximize().script
