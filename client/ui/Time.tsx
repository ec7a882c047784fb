import { clockTime, fullTime, longDate, shortTime } from './dates.ts'
import { useLocale } from './locale.ts'
import { useNow } from './use-now.ts'

interface Props {
  value: string
  /** Short: relative, for lists. Clock: the time of day. Date: day, month, year. */
  as?: 'short' | 'clock' | 'date'
}

export function Time({ value, as = 'short' }: Props) {
  const locale = useLocale()
  const now = useNow()
  const date = new Date(value)
  const words =
    as === 'short'
      ? shortTime(locale, date, now)
      : as === 'clock'
        ? clockTime(locale, date)
        : longDate(locale, date)
  return (
    <time class="tc-time" dateTime={value} title={fullTime(locale, date)}>
      {words}
    </time>
  )
}
