import type { Outgoing } from '../../../core/rows.ts'
import { classNames } from '../../../ui/class-names.ts'
import { useText } from '../../texts/use-text.ts'

interface Props {
  reply: Outgoing
  onRetry: () => void
  onDiscard: () => void
}

export function OutgoingMessage({ reply, onRetry, onDiscard }: Props) {
  const text = useText()
  const { status } = reply
  return (
    <div class="tc-message-group tc-message-group--mine">
      <article
        class={classNames('tc-message tc-message--customer tc-message--mine', `tc-message--${status}`)}
      >
        <p class="tc-message__plain" dir="auto">
          {reply.body}
        </p>
      </article>
      <p
        class={classNames('tc-message__state', status === 'failed' && 'tc-error')}
        role={status === 'failed' ? 'alert' : 'status'}
      >
        {reply.error || text(`message.${status}`)}
        {status !== 'sending' && (
          <>
            <button type="button" class="tc-link" onClick={onRetry}>
              {text('app.retry')}
            </button>
            <button type="button" class="tc-link" onClick={onDiscard}>
              {text('message.discard')}
            </button>
          </>
        )}
      </p>
    </div>
  )
}
