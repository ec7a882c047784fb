import { catalogues } from './catalogues.ts'
import { negotiation } from './negotiation.ts'

const negotiate = negotiation([...catalogues.keys()])

/** The language itself, the closest one that we speak, and the language without script and region. */
function candidatesFor(wish: string): string[] {
  return [wish, negotiate(wish)?.tag ?? wish, new Intl.Locale(wish).language]
}

/** The translation into the first of these languages (BCP 47) that has one; undefined for the original. */
export function translationIn<Translation extends { locale: string }>(
  translations: readonly Translation[],
  ...wishes: (string | null | undefined)[]
): Translation | undefined {
  if (translations.length === 0) return undefined
  for (const wish of wishes) {
    for (const tag of wish ? candidatesFor(wish) : []) {
      const found = translations.find(({ locale }) => locale === tag)
      if (found) return found
    }
  }
  return undefined
}
