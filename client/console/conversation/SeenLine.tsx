import { clockTime, dateAndTime } from '../../core/dates.ts'
import { useLocale } from '../../ui/locale.ts'
import { useNow } from '../../ui/use-now.ts'
import type { Conversation } from '../state/state.ts'
import { useText } from '../texts/use-text.ts'

/** Below the team's newest message, if nobody has replied: whether the customer has read it. */
export function SeenLine({ conversation: { ticket, messages } }: { conversation: Conversation }) {
  const text = useText()
  const locale = useLocale()
  const now = useNow()
  const last = messages.at(-1)
  const { customerReadPosition: position, customerReadAt } = ticket
  if (!last || last.author.__typename === 'Customer' || (position ?? 0) < last.position) return null
  if (!customerReadAt) return <p class="tc-seen">{text('conversation.seen')}</p>
  const at = new Date(customerReadAt)
  const isToday = at.toDateString() === new Date(now).toDateString()
  const time = isToday ? clockTime(locale, at) : dateAndTime(locale, at)
  return <p class="tc-seen">{text('conversation.seen.at', { time })}</p>
}
