import { dayName } from '../../../core/dates.ts'
import { between } from '../../../core/history.ts'
import type { Outgoing } from '../../../core/rows.ts'
import type { HistoryLineFragment } from '../../../graphql/operations.ts'
import { Seen } from '../../../shell/messages/Seen.tsx'
import { useLocale } from '../../../ui/locale.ts'
import { useNow } from '../../../ui/use-now.ts'
import { useStore } from '../../state/context.ts'
import { isViewer } from '../../state/reducer.ts'
import type { Message, TicketDetails } from '../../state/state.ts'
import { useText } from '../../texts/use-text.ts'
import { groupMessages } from './group-messages.ts'
import { HistoryLine } from './HistoryLine.tsx'
import { MessageGroup } from './MessageGroup.tsx'
import { OutgoingMessage } from './OutgoingMessage.tsx'

interface Props {
  ticket: TicketDetails
  messages: Message[]
  history: HistoryLineFragment[]
  outgoing: Outgoing[]
  firstUnread: number | undefined
  onRetry: (reply: Outgoing) => void
  onDiscard: (reply: Outgoing) => void
}

export function MessageList(props: Props) {
  const { ticket, messages, history, outgoing, firstUnread, onRetry, onDiscard } = props
  const text = useText()
  const locale = useLocale()
  const now = useNow()
  const { state } = useStore()
  const last = messages.at(-1)
  const seen = last && isViewer(state, last.author.id) && ticket.teamReadPosition >= last.position
  return (
    <ol class="tc-messages">
      {groupMessages(messages, firstUnread, history).map((group, index, groups) => (
        <li key={group.messages[0].id} class="tc-messages__group">
          {group.day && <p class="tc-day">{dayName(locale, group.day, now)}</p>}
          {group.startsUnread && <p class="tc-unread-line">{text('conversation.new')}</p>}
          <MessageGroup messages={group.messages} />
          {seen && outgoing.length === 0 && !groups[index + 1] && <Seen at={ticket.teamReadAt} />}
          {between(history, group.messages[0], groups[index + 1]?.messages[0]).map((line) => (
            <HistoryLine key={line.id} line={line} />
          ))}
        </li>
      ))}
      {outgoing.map((reply) => (
        <li key={reply.key} class="tc-messages__group">
          <OutgoingMessage reply={reply} onRetry={() => onRetry(reply)} onDiscard={() => onDiscard(reply)} />
        </li>
      ))}
    </ol>
  )
}
