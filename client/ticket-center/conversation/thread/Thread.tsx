import { useRef } from 'preact/hooks'
import type { Outgoing } from '../../../core/rows.ts'
import { useOlderMessagesQuery } from '../../../graphql/hooks.ts'
import { OlderMessages } from '../../../shell/messages/OlderMessages.tsx'
import { Late } from '../../late/Late.tsx'
import { useStore } from '../../state/context.ts'
import { isViewer } from '../../state/reducer.ts'
import type { Conversation } from '../../state/state.ts'
import { MessageList } from './MessageList.tsx'
import { TicketLink } from './TicketLink.tsx'
import { useHistory } from './use-history.ts'

interface Props {
  conversation: Conversation
  outgoing: Outgoing[]
  onRetry: (reply: Outgoing) => void
  onDiscard: (reply: Outgoing) => void
}

/** The messages, and what is above and below them. */
export function Thread({ conversation, ...replies }: Props) {
  const { state, dispatch } = useStore()
  const { ticket, messages, older } = conversation
  const { history, links } = useHistory(conversation)
  const firstUnread = useRef(
    ticket.unreadCount > 0 ? ticket.messageCount - ticket.unreadCount + 1 : undefined,
  )
  return (
    <>
      {older && (
        <OlderMessages
          useQuery={useOlderMessagesQuery}
          ticketId={ticket.id}
          before={older}
          onPage={(page) => dispatch({ type: 'older-messages', ticketId: ticket.id, page })}
        />
      )}
      {!older && links?.followUpOf && <TicketLink as="followUpOf" ticket={links.followUpOf} />}
      <MessageList
        ticket={ticket}
        messages={messages}
        history={history}
        firstUnread={firstUnread.current}
        {...replies}
      />
      {links?.followUps.toReversed().map((followUp) => (
        <TicketLink key={followUp.id} as="followUp" ticket={followUp} />
      ))}
      {ticket.status === 'SOLVED' && isViewer(state, ticket.customer.id) && (
        <Late part="rating" rows={0}>
          {({ Rating }) => <Rating ticket={ticket} />}
        </Late>
      )}
    </>
  )
}
