import { isBlank } from '../../i18n/blank.ts'

interface Field {
  type: string
  choices: readonly string[]
}

/** What somebody gives for a field, by the server's rules: empty for a blank text, and for what is not a choice. */
export function fieldValue({ type, choices }: Field, given = ''): string {
  if (type === 'CHECKBOX') return String(given === 'true')
  if (type === 'CHOICE') return choices.includes(given) ? given : ''
  return isBlank(given) ? '' : given
}
