/** Languages with a catalogue. */
const spoken = Object.keys(import.meta.glob('../../../i18n/catalogues/*.json')).map((path) =>
  path.replace(/^.*\/|\.json$/g, ''),
)

/** Languages to choose from, with their names; always includes the current one, which the API may have set. */
export function localeOptions(inLocale: string, current: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(inLocale, { type: 'language' })
  return [...new Set([...spoken, current])]
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((one, other) => one.label.localeCompare(other.label, inLocale))
}
