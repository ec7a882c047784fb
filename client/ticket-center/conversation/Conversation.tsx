import type { Outgoing } from '../../core/rows.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useStore } from '../state/context.ts'
import { isViewer } from '../state/reducer.ts'
import type { Conversation as Loaded } from '../state/state.ts'
import { useText } from '../texts/use-text.ts'
import { Composer } from './Composer.tsx'
import { Thread } from './thread/Thread.tsx'
import { useThreadScroll } from './thread/use-thread-scroll.ts'
import { useClosed } from './use-closed.ts'
import { useReadMark } from './use-read-mark.ts'
import { useReply } from './use-reply.ts'

interface Props {
  conversation: Loaded
  outgoing: Outgoing[]
}

export function Conversation({ conversation, outgoing }: Props) {
  const text = useText()
  const { state } = useStore()
  const { ticket, messages } = conversation
  const { send, retry, discard } = useReply(ticket.id)
  const closed = useClosed(ticket)
  const first = messages[0]?.position ?? 0
  const last = messages.at(-1)?.position ?? 0
  const { thread, atEnd, toEnd } = useThreadScroll(first, last + outgoing.length)
  const end = useReadMark(ticket, last)
  /** The buttons of a reply that was not sent go when they are pressed. */
  const keepingFocus = (act: (reply: Outgoing) => void) => (reply: Outgoing) => {
    thread.current?.focus({ preventScroll: true })
    act(reply)
  }
  const own = messages.findLast(({ author, via }) => isViewer(state, author.id) && via !== 'EMAIL')

  return (
    <>
      <section
        class="tc-thread"
        ref={thread}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard.
        tabIndex={0}
        aria-label={text('conversation.messages')}
      >
        <div class="tc-thread__content">
          <Thread
            conversation={conversation}
            outgoing={outgoing}
            onRetry={keepingFocus(retry)}
            onDiscard={keepingFocus(discard)}
          />
          <div ref={end} class="tc-thread__end" />
        </div>
      </section>
      {!atEnd && (
        <Button class="tc-newer" onClick={toEnd}>
          <Icon name="arrow" />
          {text(ticket.unreadCount ? 'conversation.newer' : 'conversation.newest', {
            count: ticket.unreadCount,
          })}
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
    </>
  )
}
