import { type Catalogue, en } from './en.ts'

const catalogues: Record<string, Catalogue> = { en }

/** Words and dates speak one language: the requested one where there is a catalogue for it, else English. */
export function chooseLocale(requested: string): { locale: string; catalogue: Catalogue } {
  const catalogue = catalogues[requested.split('-')[0]?.toLowerCase() ?? '']
  if (catalogue && isWellFormed(requested)) return { locale: requested, catalogue }
  return { locale: 'en', catalogue: en }
}

function isWellFormed(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1
  } catch {
    return false
  }
}
