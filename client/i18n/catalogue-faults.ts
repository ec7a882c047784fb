type Texts = Record<string, string>
type Sections = Record<string, Texts | string>

const baseOf = (key: string) => key.replace(/\.(zero|one|two|few|many|other)$/, '')
const placesOf = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort().join(' ')

/** What is wrong with a catalogue, compared with the English one, one line each. */
export function faultsOf(english: Sections, catalogue: Sections, language: string): string[] {
  const sections = Object.keys(english).filter((name) => typeof english[name] === 'object')
  const faults = sections.flatMap((name) =>
    faultsOfSection(english[name] as Texts, (catalogue[name] ?? {}) as Texts, language).map(
      (fault) => `${name}: ${fault}`,
    ),
  )
  if (!['ltr', 'rtl'].includes(String(catalogue.direction))) faults.push('direction is neither ltr nor rtl')
  const unknown = Object.keys(catalogue).filter((name) => !(name in english))
  return [...faults, ...unknown.map((name) => `unknown section ${name}`)]
}

export function faultsOfSection(english: Texts, texts: Texts, language: string): string[] {
  const forms = pluralForms(language)
  const expected = Object.keys(english).flatMap((key) => {
    if (!key.endsWith('.other')) return `${baseOf(key)}.other` in english ? [] : [key]
    return [...forms.keys()].map((form) => `${baseOf(key)}.${form}`)
  })
  const missing = expected.filter((key) => !texts[key]?.trim()).map((key) => `${key} is missing`)
  const unknown = Object.keys(texts)
    .filter((key) => !expected.includes(key))
    .map((key) => `${key} is not used`)
  const different = expected
    .filter((key) => texts[key]?.trim() && !samePlaces(english, key, texts[key], forms))
    .map((key) => `${key} has other values in braces than the English text`)
  return [...missing, ...unknown, ...different]
}

/** A form for a single number, such as “one message”, may leave the number out. Russian `one` is also 21. */
function samePlaces(english: Texts, key: string, text: string, forms: Map<string, number>): boolean {
  const places = placesOf(text)
  const base = baseOf(key)
  if (key === base) return places === placesOf(english[key] ?? '')
  const model = english[`${base}.other`] ?? ''
  const single = (forms.get(key.slice(base.length + 1)) ?? 0) < 2
  return places === placesOf(model) || (single && places === placesOf(model.replace('{count}', '')))
}

/**
 * The plural forms that numbers up to a thousand use, and for how many of these, zero aside; rarer forms may be left
 * to `other`.
 */
function pluralForms(language: string): Map<string, number> {
  const rules = new Intl.PluralRules(language)
  const forms = new Map([[rules.select(0) as string, 0]])
  for (let count = 1; count <= 1_000; count++) {
    const form = rules.select(count)
    forms.set(form, (forms.get(form) ?? 0) + 1)
  }
  return forms.set('other', forms.get('other') ?? Number.POSITIVE_INFINITY)
}
