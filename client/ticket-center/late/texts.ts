import type { Catalogue } from '../../i18n/catalogue.ts'
import type { Direction } from '../../i18n/direction.ts'
import { createText, type Text } from '../../i18n/text.ts'

export type LateText = Text<keyof Catalogue['late']>

// The build keeps only these texts of each catalogue.
const catalogues = import.meta.glob<Catalogue['late']>('../../i18n/catalogues/*.json', { import: 'default' })

/** The texts that are not in the document. */
export async function loadLateTexts(language: string): Promise<LateText> {
  const load = catalogues[`../../i18n/catalogues/${language}.json`]
  if (!load) throw new Error(`There is no catalogue ${language}`)
  const { lang, dir } = document.documentElement
  return createText(await load(), lang, dir as Direction)
}
