import { useRef } from 'preact/hooks'
import { useConsoleOlderMessagesQuery } from '../../../graphql/hooks.ts'
import { OlderMessages } from '../../../shell/messages/OlderMessages.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useHistory } from '../../properties/use-history.ts'
import { ProposedReplies } from '../../proposals/ProposedReplies.tsx'
import { useStore } from '../../state/context.ts'
import type { Conversation } from '../../state/state.ts'
import { useText } from '../../texts/use-text.ts'
import { displayOf } from '../email/display.ts'
import { QuarantinedEmails } from '../email/QuarantinedEmails.tsx'
import { MessageList } from './MessageList.tsx'
import { SeenLine } from './SeenLine.tsx'
import { TicketLink } from './TicketLink.tsx'
import { useScroll } from './use-scroll.ts'

export function Messages({ conversation }: { conversation: Conversation }) {
  const text = useText()
  const { state, dispatch } = useStore()
  const { ticket, messages, older } = conversation
  const { history, links } = useHistory(conversation)
  const outgoing = state.outgoing[ticket.id] ?? []
  const firstUnread = useRef(ticket.unreadCount > 0 ? ticket.messageCount - ticket.unreadCount + 1 : 0)
  const troubled = messages.flatMap(({ emails }) => emails ?? []).filter((email) => displayOf(email))
  const waiting = (ticket.quarantinedEmails?.length ?? 0) + (ticket.proposedReplies?.length ?? 0)
  const notes = troubled.length + waiting
  const { scroller, below, toEnd } = useScroll(messages, outgoing.length, notes)

  return (
    <div class="tc-messages">
      <section
        ref={scroller}
        class="tc-messages__scroller"
        aria-label={text('conversation.messages')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard.
        tabIndex={0}
      >
        {older && (
          <OlderMessages
            useQuery={useConsoleOlderMessagesQuery}
            ticketId={ticket.id}
            before={older}
            onPage={(page) => dispatch({ type: 'older-messages', ticketId: ticket.id, page })}
          />
        )}
        {!older && links?.followUpOf && <TicketLink as="followUpOf" ticket={links.followUpOf} />}
        <MessageList
          conversation={conversation}
          outgoing={outgoing}
          history={history}
          firstUnread={firstUnread.current}
        />
        {links?.followUps.toReversed().map((ticket) => (
          <TicketLink key={ticket.id} as="followUp" ticket={ticket} />
        ))}
        {outgoing.length === 0 && <SeenLine conversation={conversation} />}
        <ProposedReplies ticket={ticket} onGone={() => scroller.current?.focus()} />
        <QuarantinedEmails ticket={ticket} onGone={() => scroller.current?.focus()} />
      </section>
      {below > 0 && (
        <Button class="tc-messages__below" onClick={toEnd}>
          <Icon name="arrow" />
          {text('conversation.newer', { count: below })}
        </Button>
      )}
    </div>
  )
}
