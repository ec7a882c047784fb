import { between } from '../../../core/history.ts'
import type { ConsoleHistoryLineFragment } from '../../../graphql/operations.ts'
import { NoteItem } from '../../notes/NoteItem.tsx'
import { HistoryLine } from '../../properties/HistoryLine.tsx'
import type { Conversation, Reply } from '../../state/state.ts'
import { MessageItem } from './MessageItem.tsx'
import { OutgoingItem } from './OutgoingItem.tsx'
import { Separator } from './Separator.tsx'

interface Props {
  conversation: Conversation
  outgoing: Reply[]
  history: ConsoleHistoryLineFragment[]
  /** Position of the first message that the team had not read; 0 for none. */
  firstUnread: number
}

export function MessageList({ conversation: { ticket, messages }, outgoing, history, firstUnread }: Props) {
  return (
    <ol class="tc-messages__list">
      {messages.map((message, index) => (
        <li key={message.id}>
          <Separator
            date={message.createdAt}
            before={messages[index - 1]?.createdAt}
            unread={message.position === firstUnread}
          />
          <MessageItem ticketId={ticket.id} message={message} />
          {between(history, message, messages[index + 1]).map((line) =>
            line.__typename === 'NoteAdded' ? (
              <NoteItem key={line.id} line={line} />
            ) : (
              <HistoryLine key={line.id} line={line} />
            ),
          )}
        </li>
      ))}
      {outgoing.map((reply) => (
        <li key={reply.key}>
          <OutgoingItem ticketId={ticket.id} reply={reply} />
        </li>
      ))}
    </ol>
  )
}
