import { roughDuration } from '../../core/dates.ts'
import { useLocale } from '../../ui/locale.ts'
import { useStore } from '../state/context.ts'
import { useText } from '../texts/use-text.ts'

/** How soon the team usually answers, if that is known. */
export function ReplyTime() {
  const text = useText()
  const locale = useLocale()
  const seconds = useStore().state.website?.medianFirstReplySeconds
  if (seconds == null) return null
  return <p class="tc-reply-time">{text('help.replyTime', { time: roughDuration(locale, seconds) })}</p>
}
