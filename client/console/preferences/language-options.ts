import { spokenLanguages } from '../texts/load-texts.ts'

function nameOf(tag: string): string {
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag
  return name.replace(/^./u, (letter) => letter.toLocaleUpperCase(tag))
}

/** Languages to choose from, by their own names; always includes the current one, which the API may have set. */
export function languageOptions(current: string | null): { value: string; label: string }[] {
  return [...new Set([...spokenLanguages, ...(current === null ? [] : [current])])]
    .map((value) => ({ value, label: nameOf(value) }))
    .sort((one, other) => one.label.localeCompare(other.label, 'en'))
}
