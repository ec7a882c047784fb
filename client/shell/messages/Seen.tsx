import { clockTime, dateAndTime } from '../../core/dates.ts'
import { useLocale } from '../../ui/locale.ts'
import { useNow } from '../../ui/use-now.ts'
import { useSharedText } from '../text.ts'

/** Says that the newest message was read, and when if that is known. */
export function Seen({ at: readAt }: { at: string | null }) {
  const text = useSharedText()
  const locale = useLocale()
  const now = useNow()
  if (!readAt) return <p class="tc-seen">{text('conversation.seen')}</p>
  const at = new Date(readAt)
  const isToday = at.toDateString() === new Date(now).toDateString()
  const time = isToday ? clockTime(locale, at) : dateAndTime(locale, at)
  return <p class="tc-seen">{text('conversation.seen.at', { time })}</p>
}
