import { instantAt, wallClock } from './wall-clock.ts'

export const weekdays = [
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
] as const

export interface WeeklyHours {
  day: (typeof weekdays)[number]
  /** `HH:MM`; 24:00 is the end of the day. Closing at or before `opens` means the next day. */
  opens: string
  closes: string
}

/** As stored. */
export interface StoredHours {
  /** Name (IANA). */
  timeZone: string
  weekly: WeeklyHours[]
  /** `YYYY-MM-DD`: nothing opens on these. */
  closedDates: string[]
}

export interface OpenPeriod {
  opensAt: Date
  closesAt: Date
}

const minute = 60_000
const day = 24 * 60 * minute
const maxPeriods = 8
/** Days to look ahead; further only to find the next period. */
const lookAheadDays = 8
const maxLookAheadDays = 400

const timeOf = (text: string) => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * minute

/** When it is open from now on, in order: what is next, and what follows within a week; at most eight. */
export function openPeriods({ timeZone, weekly, closedDates }: StoredHours, now: number): OpenPeriod[] {
  const today = Math.floor(wallClock(now, timeZone) / day) * day
  const periods: OpenPeriod[] = []
  // A night shift of yesterday may still last.
  for (let at = -1; at < maxLookAheadDays && (at < lookAheadDays || periods.length === 0); at++) {
    const date = today + at * day
    if (closedDates.includes(new Date(date).toISOString().slice(0, 10))) continue
    const weekday = weekdays[new Date(date).getUTCDay()]
    const openings = weekly.filter((hours) => hours.day === weekday)
    for (const { opens, closes } of openings.sort((one, other) => one.opens.localeCompare(other.opens))) {
      const until = timeOf(closes) > timeOf(opens) ? timeOf(closes) : timeOf(closes) + day
      const opensAt = new Date(instantAt(date + timeOf(opens), timeZone))
      const closesAt = new Date(instantAt(date + until, timeZone))
      if (closesAt.getTime() > now) add(periods, { opensAt, closesAt })
    }
  }
  return periods.slice(0, maxPeriods)
}

/** Joins it with the last one if both overlap, or follow each other without a break. */
function add(periods: OpenPeriod[], period: OpenPeriod): void {
  const last = periods.at(-1)
  if (!last || period.opensAt > last.closesAt) periods.push(period)
  else if (period.closesAt > last.closesAt) last.closesAt = period.closesAt
}
