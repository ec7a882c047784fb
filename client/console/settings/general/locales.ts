/** The languages that the ticket center speaks: a catalogue each. */
const spoken = Object.keys(import.meta.glob('../../../i18n/catalogues/*.json')).map((path) =>
  path.replace(/^.*\/|\.json$/g, ''),
)

/** Languages to choose from, by their names; one that the API set is always among them. */
export function localeOptions(inLocale: string, current: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(inLocale, { type: 'language' })
  return [...new Set([...spoken, current])]
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((one, other) => one.label.localeCompare(other.label, inLocale))
}
