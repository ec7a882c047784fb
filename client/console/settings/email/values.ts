import type { ConsoleEmailSettingsFragment } from '../../../graphql/operations.ts'

/** Values of the form: an unset text is an empty string. */
export type EmailValues = {
  [Field in Exclude<keyof ConsoleEmailSettingsFragment, '__typename'>]: NonNullable<
    ConsoleEmailSettingsFragment[Field]
  >
}

/** Props of each part of the form. */
export interface Part {
  values: EmailValues
  edit: (edit: Partial<EmailValues>) => void
  issues: Record<string, string>
}

export function valuesOf(email: ConsoleEmailSettingsFragment): EmailValues {
  return {
    fromName: email.fromName ?? '',
    delaySeconds: email.delaySeconds,
    content: email.content,
    ticketUrl: email.ticketUrl ?? '',
    consoleUrl: email.consoleUrl ?? '',
    accentColor: email.accentColor ?? '',
    logoUrl: email.logoUrl ?? '',
  }
}

/** Only values that differ from the server's: the rest keep following their defaults. */
export function changesOf(saved: EmailValues, values: EmailValues): Partial<EmailValues> {
  const entries = Object.entries(values) as [keyof EmailValues, never][]
  return Object.fromEntries(entries.filter(([field, value]) => saved[field] !== value))
}
