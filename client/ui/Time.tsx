import { clockTime, dateAndTime, fullTime, longDate, shortTime } from '../core/dates.ts'
import { useLocale } from './locale.ts'
import { useNow } from './use-now.ts'

interface Props {
  value: string
  /** Short: relative, for lists. Clock: the time of day. Date: day, month, year. Moment: the date and the time. */
  as?: 'short' | 'clock' | 'date' | 'moment'
}

const forms = { clock: clockTime, date: longDate, moment: dateAndTime }

export function Time({ value, as = 'short' }: Props) {
  const locale = useLocale()
  const now = useNow()
  const date = new Date(value)
  const words = as === 'short' ? shortTime(locale, date, now) : forms[as](locale, date)
  return (
    <time class="tc-time" dateTime={value} title={fullTime(locale, date)}>
      {words}
    </time>
  )
}
