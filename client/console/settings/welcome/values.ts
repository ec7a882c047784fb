import type { ConsoleOfficeHoursFragment, Weekday } from '../../../graphql/operations.ts'

export type Hours = Omit<ConsoleOfficeHoursFragment, '__typename'>
export type Opening = Hours['weekly'][number]

export const weekdays: Weekday[] = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
]

export function dayName(inLocale: string, day: Weekday): string {
  // A Monday.
  const date = Date.UTC(2024, 0, 1 + weekdays.indexOf(day))
  return new Intl.DateTimeFormat(inLocale, { weekday: 'long', timeZone: 'UTC' }).format(date)
}

/** What the form holds: its fields for times know no 24:00. */
export function valuesOf(hours: ConsoleOfficeHoursFragment | null): Hours {
  if (!hours) return { timeZone: ownTimeZone(), weekly: [], closedDates: [] }
  const { timeZone, weekly, closedDates } = hours
  const shown = weekly.map((opening) =>
    opening.closes === '24:00' ? { ...opening, closes: '00:00' } : opening,
  )
  return { timeZone, weekly: shown, closedDates }
}

/** What the API takes. */
export function inputOf({ timeZone, weekly, closedDates }: Hours): Hours {
  const isWholeDay = ({ opens, closes }: Opening) => opens === '00:00' && closes === '00:00'
  return {
    timeZone,
    weekly: weekly.map((opening) => (isWholeDay(opening) ? { ...opening, closes: '24:00' } : opening)),
    closedDates: closedDates.filter((date) => date),
  }
}

const ownTimeZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** Always includes the current one, which may have an older name. */
export function timeZoneOptions(current: string): { value: string; label: string }[] {
  const names = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', current])
  return [...names].sort().map((value) => ({ value, label: value.replaceAll('_', ' ') }))
}
