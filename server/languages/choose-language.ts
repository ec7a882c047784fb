import type { Catalogue } from '../../client/i18n/catalogue.ts'
import type { Direction } from '../../client/i18n/direction.ts'
import { catalogues, english } from './catalogues.ts'
import { type Negotiated, negotiation } from './negotiation.ts'

export interface Language extends Negotiated {
  texts: Catalogue
  direction: Direction
}

const negotiate = negotiation([...catalogues.keys()])

/** The catalogue for the first of these locales that is close to one; otherwise English. */
export function chooseLanguage(...wishes: (string | null | undefined)[]): Language {
  const { locale, tag } = negotiate(...wishes) ?? { locale: 'en', tag: 'en' }
  const texts = catalogues.get(tag) ?? english
  return { locale, tag, texts, direction: texts.direction as Direction }
}
