import type { Moment } from './old-ticket.ts'

const isoTime =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d+))? ?(?:(Z|UTC|GMT)|([+-]\d\d):?(\d\d)?)?)?$/i
/** Time since 1970, from 1973 on: fewer digits are a date without hyphens, or 0 for no time. */
const number = /^\d{9,13}(?:\.\d+)?$/
/** Numbers up to here are seconds, larger ones milliseconds. */
const maxSeconds = 1e11

/**
 * ISO 8601; null for what is no time, and for dates whose day and month could be mistaken for each other. Without
 * a zone it is UTC.
 */
export function timeOf(moment: Moment): string | null {
  const text = String(moment ?? '').trim()
  if (number.test(text)) return isoOf(Number(text) < maxSeconds ? Number(text) * 1_000 : Number(text))
  const [, date, time = '00:00', fraction = '0', , hours, minutes = '00'] = isoTime.exec(text) ?? []
  // A day that the month does not have would be one of the next month.
  if (!date || !isoOf(date)?.startsWith(date)) return null
  return isoOf(
    `${date}T${time.length > 5 ? time : `${time}:00`}.${fraction}${hours ? `${hours}:${minutes}` : 'Z'}`,
  )
}

function isoOf(moment: number | string): string | null {
  const date = new Date(moment)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
