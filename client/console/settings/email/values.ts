import type { ConsoleMailSettingsFragment } from '../../../graphql/operations.ts'

/** The form's: a text that is not set is empty there. */
export type MailValues = {
  [Field in Exclude<keyof ConsoleMailSettingsFragment, '__typename'>]: NonNullable<
    ConsoleMailSettingsFragment[Field]
  >
}

/** What each part of the form is given. */
export interface Part {
  values: MailValues
  edit: (edit: Partial<MailValues>) => void
  issues: Record<string, string>
}

export function valuesOf(mail: ConsoleMailSettingsFragment): MailValues {
  return {
    fromName: mail.fromName ?? '',
    delaySeconds: mail.delaySeconds,
    content: mail.content,
    ticketUrl: mail.ticketUrl ?? '',
    consoleUrl: mail.consoleUrl ?? '',
    accentColor: mail.accentColor ?? '',
    logoUrl: mail.logoUrl ?? '',
  }
}

/** Only what is another value than the server has: the rest keeps following its defaults. */
export function changesOf(held: MailValues, values: MailValues): Partial<MailValues> {
  const entries = Object.entries(values) as [keyof MailValues, never][]
  return Object.fromEntries(entries.filter(([field, value]) => held[field] !== value))
}
