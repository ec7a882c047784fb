import { Avatar } from '../../../ui/Avatar.tsx'
import { classNames } from '../../../ui/class-names.ts'
import type { Reply } from '../../state/state.ts'
import { useTeam } from '../../team/context.ts'
import { useText } from '../../texts/use-text.ts'
import { useConsoleReplies } from '../use-console-replies.ts'

interface Props {
  ticketId: string
  reply: Reply
}

export function OutgoingItem({ ticketId, reply }: Props) {
  const text = useText()
  const { operator } = useTeam()
  const { retry, discard } = useConsoleReplies(ticketId)
  const { status, error } = reply
  return (
    <article class={classNames('tc-message', 'tc-message--operator', `tc-message--${status}`)}>
      <Avatar name={operator.name} team />
      <div class="tc-message__content">
        <p class="tc-message__head">
          <span class="tc-message__author" dir="auto">
            {operator.name}
          </span>
          {status === 'sending' && <span class="tc-message__via">{text('message.sending')}</span>}
        </p>
        <div class="tc-message__body">
          <p class="tc-message__plain" dir="auto">
            {reply.body}
          </p>
        </div>
        {status !== 'sending' && (
          <p class="tc-message__failure">
            <span class={status === 'failed' ? 'tc-error' : undefined}>
              {text(`message.${status}`)} {error}
            </span>
            <button type="button" class="tc-link" onClick={() => retry(reply)}>
              {text('message.retry')}
            </button>
            <button type="button" class="tc-link" onClick={() => discard(reply)}>
              {text('message.discard')}
            </button>
          </p>
        )}
      </div>
    </article>
  )
}
