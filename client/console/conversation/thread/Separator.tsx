import { dayName } from '../../../core/dates.ts'
import { useLocale } from '../../../ui/locale.ts'
import { useNow } from '../../../ui/use-now.ts'
import { useText } from '../../texts/use-text.ts'

interface Props {
  date: string
  before: string | undefined
  unread: boolean
}

/** Between two messages: the day, if it changes, and the start of the unread messages. */
export function Separator({ date, before, unread }: Props) {
  const text = useText()
  const locale = useLocale()
  const now = useNow()
  const day = dayName(locale, new Date(date), now)
  const changed = !before || dayName(locale, new Date(before), now) !== day
  return (
    <>
      {changed && <p class="tc-separator">{day}</p>}
      {unread && <p class="tc-separator tc-separator--new">{text('conversation.new')}</p>}
    </>
  )
}
