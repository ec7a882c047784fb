import { dayName } from '../../core/dates.ts'
import { between } from '../../core/history.ts'
import type { Outgoing } from '../../core/rows.ts'
import type { HistoryLineFragment } from '../../graphql/operations.ts'
import { useLocale } from '../../ui/locale.ts'
import { useNow } from '../../ui/use-now.ts'
import type { Message } from '../state/state.ts'
import { useText } from '../use-text.ts'
import { groupMessages } from './group-messages.ts'
import { HistoryLine } from './HistoryLine.tsx'
import { MessageGroup } from './MessageGroup.tsx'
import { OutgoingMessage } from './OutgoingMessage.tsx'

interface Props {
  messages: Message[]
  history: HistoryLineFragment[]
  outgoing: Outgoing[]
  firstUnread: number | undefined
  onRetry: (reply: Outgoing) => void
  onDiscard: (reply: Outgoing) => void
}

export function MessageList({ messages, history, outgoing, firstUnread, onRetry, onDiscard }: Props) {
  const text = useText()
  const locale = useLocale()
  const now = useNow()
  return (
    <ol class="tc-messages">
      {groupMessages(messages, firstUnread, history).map((group, index, groups) => (
        <li key={group.messages[0].id} class="tc-messages__group">
          {group.day && <p class="tc-day">{dayName(locale, group.day, now)}</p>}
          {group.startsUnread && <p class="tc-unread-line">{text('conversation.new')}</p>}
          <MessageGroup messages={group.messages} />
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
