import { negotiation } from './negotiation.ts'

/** By the languages that there are, as most websites have the same few. */
const negotiations = new Map<string, ReturnType<typeof negotiation>>()

function negotiationOf(tags: string[]): ReturnType<typeof negotiation> {
  const key = tags.join()
  const known = negotiations.get(key)
  if (known) return known
  const made = negotiation(tags)
  if (negotiations.size > 1_000) negotiations.clear()
  negotiations.set(key, made)
  return made
}

/**
 * The translation that is closest to the first of these languages (BCP 47) that one is close to; undefined for the
 * original.
 */
export function translationIn<Translation extends { locale: string }>(
  translations: readonly Translation[],
  ...wishes: (string | null | undefined)[]
): Translation | undefined {
  if (translations.length === 0) return undefined
  const tag = negotiationOf(translations.map(({ locale }) => locale))(...wishes)?.tag
  return translations.find(({ locale }) => locale === tag)
}
