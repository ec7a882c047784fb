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

function faultsOfSection(english: Texts, texts: Texts, language: string): string[] {
  const expected = Object.keys(english).flatMap((key) => {
    if (!key.endsWith('.other')) return `${baseOf(key)}.other` in english ? [] : [key]
    return pluralForms(language).map((form) => `${baseOf(key)}.${form}`)
  })
  const missing = expected.filter((key) => !texts[key]?.trim()).map((key) => `${key} is missing`)
  const unknown = Object.keys(texts)
    .filter((key) => !expected.includes(key))
    .map((key) => `${key} is not used`)
  const different = expected
    .filter((key) => texts[key]?.trim() && !samePlaces(english, key, texts[key]))
    .map((key) => `${key} has other values in braces than the English text`)
  return [...missing, ...unknown, ...different]
}

/** The form for a specific number, such as “one message”, may leave the number out. */
function samePlaces(english: Texts, key: string, text: string): boolean {
  const model = english[key] ?? english[`${baseOf(key)}.other`] ?? ''
  const places = placesOf(text)
  return (
    places === placesOf(model) || (key !== baseOf(key) && places === placesOf(model.replace('{count}', '')))
  )
}

/** The plural forms that numbers up to a thousand use; rarer ones may be left to `other`. */
function pluralForms(language: string): string[] {
  const rules = new Intl.PluralRules(language)
  const used = Array.from({ length: 1_001 }, (_, count) => rules.select(count))
  return [...new Set([...used, 'other'])]
}
