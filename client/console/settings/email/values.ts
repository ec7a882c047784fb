import type { ConsoleEmailSettingsFragment } from '../../../graphql/operations.ts'

/** The form's: a text that is not set is empty there. */
export type EmailValues = {
  [Field in Exclude<keyof ConsoleEmailSettingsFragment, '__typename'>]: NonNullable<
    ConsoleEmailSettingsFragment[Field]
  >
}

/** What each part of the form is given. */
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

/** Only what is another value than the server has: the rest keeps following its defaults. */
export function changesOf(held: EmailValues, values: EmailValues): Partial<EmailValues> {
  const entries = Object.entries(values) as [keyof EmailValues, never][]
  return Object.fromEntries(entries.filter(([field, value]) => held[field] !== value))
}
