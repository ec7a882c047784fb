import { z } from 'zod'
import { broken } from '../text/broken.ts'
import { weekdays } from './open-periods.ts'
import { timeZoneNamed } from './wall-clock.ts'

const maxWeekly = 50
const maxClosedDates = 100

/** Rule for the name of a time zone (IANA), stored as it is usually written. */
export const timeZone = z.string().transform((text, check) => {
  const name = timeZoneNamed(text)
  if (name !== undefined) return name
  check.addIssue(broken('TIME_ZONE_INVALID', 'This is not a time zone such as Europe/Berlin'))
  return z.NEVER
})

const time = (pattern: RegExp) =>
  z.string().refine((text) => pattern.test(text), broken('TIME_INVALID', 'Give a time such as 09:00'))

const hours = z
  .object({
    day: z.enum(weekdays),
    opens: time(/^([01]\d|2[0-3]):[0-5]\d$/),
    closes: time(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/),
  })
  .refine(({ opens, closes }) => opens !== closes, {
    path: ['closes'],
    ...broken('TIMES_EQUAL', 'Opening and closing time must differ. A whole day is 00:00 to 24:00'),
  })

export const weekly = z.array(hours).max(maxWeekly, `Give at most ${maxWeekly} hours a week`)

const isDate = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text)

export const closedDates = z
  .array(z.string().refine(isDate, broken('DATE_INVALID', 'Give a date such as 2027-12-24')))
  .max(maxClosedDates, `Give at most ${maxClosedDates} dates`)
  .transform((dates) => [...new Set(dates)].sort())
