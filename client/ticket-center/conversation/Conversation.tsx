import { useRef } from 'preact/hooks'
import type { Outgoing } from '../../core/rows.ts'
import { useOlderMessagesQuery } from '../../graphql/hooks.ts'
import { OlderMessages } from '../../shell/OlderMessages.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Late } from '../late/Late.tsx'
import { useStore } from '../state/context.ts'
import { isViewer } from '../state/reducer.ts'
import type { Conversation as Held } from '../state/state.ts'
import { useText } from '../use-text.ts'
import { Composer } from './Composer.tsx'
import { ConversationHeader } from './ConversationHeader.tsx'
import { MessageList } from './MessageList.tsx'
import { TicketLink } from './TicketLink.tsx'
import { useClosed } from './use-closed.ts'
import { useHistory } from './use-history.ts'
import { useReadMark } from './use-read-mark.ts'
import { useReply } from './use-reply.ts'
import { useThreadScroll } from './use-thread-scroll.ts'

interface Props {
  conversation: Held
  outgoing: Outgoing[]
}

export function Conversation({ conversation, outgoing }: Props) {
  const text = useText()
  const { state, dispatch } = useStore()
  const { ticket, messages, older } = conversation
  const { send, retry, discard } = useReply(ticket.id)
  const { history, links } = useHistory(conversation)
  const closed = useClosed(ticket)
  const firstUnread = useRef(
    ticket.unreadCount > 0 ? ticket.messageCount - ticket.unreadCount + 1 : undefined,
  )
  const first = messages[0]?.position ?? 0
  const last = messages.at(-1)?.position ?? 0
  const { thread, atEnd, toEnd } = useThreadScroll(first, last + outgoing.length)
  const end = useReadMark(ticket, last)
  const own = messages.findLast(({ author, via }) => isViewer(state, author.id) && via !== 'EMAIL')

  return (
    <div class="tc-conversation">
      <ConversationHeader ticket={ticket} closed={closed} />
      <section
        class="tc-thread"
        ref={thread}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard.
        tabIndex={0}
        aria-label={text('conversation.messages')}
      >
        <div class="tc-thread__content">
          {older && (
            <OlderMessages
              useQuery={useOlderMessagesQuery}
              ticketId={ticket.id}
              before={older}
              label={text('conversation.older')}
              failure={text('conversation.older.failed')}
              onPage={(page) => dispatch({ type: 'older-messages', ticketId: ticket.id, page })}
            />
          )}
          {!older && links?.followUpOf && <TicketLink as="followUpOf" ticket={links.followUpOf} />}
          <MessageList
            ticket={ticket}
            messages={messages}
            history={history}
            outgoing={outgoing}
            firstUnread={firstUnread.current}
            onRetry={retry}
            onDiscard={discard}
          />
          {links?.followUps.toReversed().map((followUp) => (
            <TicketLink key={followUp.id} as="followUp" ticket={followUp} />
          ))}
          {ticket.status === 'SOLVED' && isViewer(state, ticket.customer.id) && (
            <Late part="rating" rows={0}>
              {({ Rating }) => <Rating ticket={ticket} />}
            </Late>
          )}
          <div ref={end} class="tc-thread__end" />
        </div>
      </section>
      {!atEnd && ticket.unreadCount > 0 && (
        <Button class="tc-newer" onClick={toEnd}>
          <Icon name="arrow" />
          {text('conversation.newer', { count: ticket.unreadCount })}
        </Button>
      )}
      <Composer
        ticket={ticket}
        closed={closed}
        // Each would open a ticket.
        waits={closed && outgoing.length > 0}
        last={own}
        onSend={send}
      />
    </div>
  )
}
