import { match } from '@formatjs/intl-localematcher'
import { readLocale } from './read-locale.ts'

export interface Negotiated {
  /** For dates and numbers (BCP 47): the requested one, with its region, if that is in this language. */
  locale: string
  /** The available language. */
  tag: string
}

type Wish = string | null | undefined

const scriptOf = (locale: string) => new Intl.Locale(locale).maximize().script

function readTables(tags: string[]) {
  return {
    scripts: new Set(tags.map(scriptOf)),
    regions: new Set(tags.map((tag) => new Intl.Locale(tag).region).filter(Boolean)),
    languages: new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }),
  }
}

/** Chooses the closest of these languages for the first wish that is close to one. */
export function negotiation(tags: string[]): (...wishes: Wish[]) => Negotiated | undefined {
  /** Read with the first wish: they take a tenth of a second. */
  let tables: ReturnType<typeof readTables> | undefined
  const cache = new Map<string, Negotiated | undefined>()

  /** The closest for one locale, cached: most visitors have one of a few. */
  function closestTo(wish: string): Negotiated | undefined {
    if (cache.has(wish)) return cache.get(wish)
    const found = closest(readLocale(wish))
    if (cache.size > 1_000) cache.clear()
    if (wish.length < 100) cache.set(wish, found)
    return found
  }

  function closest(wish: string | undefined): Negotiated | undefined {
    if (wish === undefined) return undefined
    tables ??= readTables(tags)
    const { scripts, regions, languages } = tables
    const { language, script, region } = new Intl.Locale(wish)
    const locale = [language, script, region].filter(Boolean).join('-')
    const writtenIn = scriptOf(locale)
    if (languages.of(language) === undefined || !scripts.has(writtenIn)) return undefined
    // `match` caches every tag that it has seen, so pass only what affects the result.
    const deciding = [language, writtenIn, regions.has(region) ? region : undefined].filter(Boolean).join('-')
    const tag = tags.includes(locale) ? locale : match([deciding], tags, 'und')
    if (!tags.includes(tag) || writtenIn !== scriptOf(tag)) return undefined
    const same = language === new Intl.Locale(tag).language
    return { locale: same ? locale : tag, tag }
  }

  return (...wishes) => {
    for (const wish of wishes) {
      const found = wish && closestTo(wish)
      if (found) return found
    }
    return undefined
  }
}
