import { type Direction, isolate } from './direction.ts'

type PluralBase<Key> = Key extends `${infer Base}.other` ? Base : never

export type Values = Record<string, string | number>

export type Text<Key extends string> = (key: Key | PluralBase<Key>, values?: Values) => string

/**
 * Looks up texts in a catalogue. `{name}` is replaced by that value: a number is formatted for the locale, a text is
 * isolated so that its direction affects nothing around it. With a `count`, the key's form for that number is used
 * (`key.one`, `key.other` …) if the catalogue has forms.
 */
export function createText<Key extends string>(
  catalogue: Record<Key, string>,
  locale: string,
  direction: Direction = 'ltr',
): Text<Key> {
  const plurals = new Intl.PluralRules(locale)
  const texts: Record<string, string | undefined> = catalogue
  const numbers = new Intl.NumberFormat(locale)

  function form(key: string, count: unknown): string {
    const plural = typeof count === 'number' ? texts[`${key}.${plurals.select(count)}`] : undefined
    return plural ?? texts[key] ?? texts[`${key}.other`] ?? key
  }

  return (key, values = {}) =>
    form(key, values.count).replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? ''
      return typeof value === 'number' ? numbers.format(value) : isolate(value, direction)
    })
}
