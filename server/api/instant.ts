import { coded } from './errors.ts'

const format = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d))?$/

/**
 * The point in time in an argument: a date, or a date and time with a time zone. Without one, it would depend on the
 * server's. Years beyond 1 to 9999 are not times that every client and database can read.
 */
export function parseInstant(value: unknown): Date {
  const [text, day = ''] = (typeof value === 'string' && format.exec(value)) || []
  const instant = new Date(text ?? Number.NaN)
  const year = instant.getUTCFullYear()
  if (year >= 1 && year <= 9999 && isDay(day)) return instant
  throw coded('BAD_USER_INPUT', 'A DateTime must be like 2026-05-04T09:30:00Z')
}

/** Whether it is in the calendar: JavaScript takes February 30 for March 2. */
function isDay(day: string): boolean {
  const midnight = new Date(day)
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day)
}
