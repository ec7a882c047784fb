import { Avatar } from '../../ui/Avatar.tsx'
import { classNames } from '../../ui/class-names.ts'
import type { Outgoing } from '../state/state.ts'
import { useTeam } from '../team/context.ts'
import { useText } from '../use-text.ts'
import { useReplies } from './use-replies.ts'

interface Props {
  ticketId: string
  reply: Outgoing
}

export function OutgoingItem({ ticketId, reply }: Props) {
  const text = useText()
  const { operator } = useTeam()
  const { retry, discard } = useReplies(ticketId)
  const failed = reply.status === 'failed'
  return (
    <article class={classNames('tc-message', 'tc-message--operator', `tc-message--${reply.status}`)}>
      <Avatar name={operator.name} team />
      <div class="tc-message__content">
        <p class="tc-message__head">
          <span class="tc-message__author" dir="auto">
            {operator.name}
          </span>
          {!failed && <span class="tc-message__via">{text('message.sending')}</span>}
        </p>
        <div class="tc-message__body">
          <p class="tc-message__plain" dir="auto">
            {reply.body}
          </p>
        </div>
        {failed && (
          <p class="tc-message__failure">
            <span class="tc-error">
              {text('message.failed')} {reply.error}
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
