import { match } from '@formatjs/intl-localematcher'
import type { Catalogue } from '../../client/i18n/catalogue.ts'
import type { Direction } from '../../client/i18n/direction.ts'
import { catalogues, english } from './catalogues.ts'
import { readLocale } from './read-locale.ts'

export interface Language {
  /** For dates and numbers (BCP 47): the requested one, with its region, if that is in this language. */
  locale: string
  /** Name of the catalogue. */
  tag: string
  texts: Catalogue
  direction: Direction
}

const tags = [...catalogues.keys()]
const scriptOf = (locale: string) => new Intl.Locale(locale).maximize().script

function readTables() {
  return {
    scripts: new Set(tags.map(scriptOf)),
    regions: new Set(tags.map((tag) => new Intl.Locale(tag).region).filter(Boolean)),
    languages: new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }),
  }
}

/** Read with the first wish: they take a tenth of a second. */
let tables: ReturnType<typeof readTables> | undefined

/** The catalogue for the first of these locales that is close to one; otherwise English. */
export function chooseLanguage(...wishes: (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const found = wish && closestTo(wish)
    if (found) return found
  }
  return languageOf('en', 'en', english)
}

const cache = new Map<string, Language | undefined>()

/** The same for one locale, cached: most visitors have one of a few. */
function closestTo(wish: string): Language | undefined {
  if (cache.has(wish)) return cache.get(wish)
  const found = closest(readLocale(wish))
  if (cache.size > 1_000) cache.clear()
  if (wish.length < 100) cache.set(wish, found)
  return found
}

function closest(wish: string | undefined): Language | undefined {
  if (wish === undefined) return undefined
  tables ??= readTables()
  const { scripts, regions, languages } = tables
  const { language, script, region } = new Intl.Locale(wish)
  const locale = [language, script, region].filter(Boolean).join('-')
  const writtenIn = scriptOf(locale)
  if (languages.of(language) === undefined || !scripts.has(writtenIn)) return undefined
  // `match` caches every tag that it has seen, so pass only what affects the result.
  const deciding = [language, writtenIn, regions.has(region) ? region : undefined].filter(Boolean).join('-')
  const tag = catalogues.has(locale) ? locale : match([deciding], tags, 'und')
  const texts = catalogues.get(tag)
  if (!texts || writtenIn !== scriptOf(tag)) return undefined
  const same = language === new Intl.Locale(tag).language
  return languageOf(same ? locale : tag, tag, texts)
}

function languageOf(locale: string, tag: string, texts: Catalogue): Language {
  return { locale, tag, texts, direction: texts.direction as Direction }
}
