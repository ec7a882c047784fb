import { backAt } from '../../core/back-at.ts'
import { clockTime, comingDay } from '../../core/dates.ts'
import { useLocale } from '../../ui/locale.ts'
import { useNow } from '../../ui/use-now.ts'
import { useStore } from '../state/context.ts'
import { useText } from '../texts/use-text.ts'

/** When the team is back, in the visitor's time zone; nothing while it is available. */
export function OfficeHours() {
  const text = useText()
  const locale = useLocale()
  const now = useNow()
  const date = backAt(useStore().state.website?.officeHours?.openPeriods ?? [], now)
  if (!date) return null
  const [day, time] = [comingDay(locale, date, now), clockTime(locale, date)]
  return <p class="tc-hours">{day ? text('hours.back', { day, time }) : text('hours.backToday', { time })}</p>
}
