import { useText } from '../../i18n/use-text.ts'
import { classNames } from '../../ui/class-names.ts'
import type { Outgoing } from '../state/state.ts'

interface Props {
  reply: Outgoing
  onRetry: () => void
  onDiscard: () => void
}

export function OutgoingMessage({ reply, onRetry, onDiscard }: Props) {
  const text = useText()
  const failed = reply.status === 'failed'
  return (
    <div class="tc-message-group tc-message-group--mine">
      <article
        class={classNames('tc-message tc-message--customer tc-message--mine', `tc-message--${reply.status}`)}
      >
        <p class="tc-message__plain" dir="auto">
          {reply.body}
        </p>
      </article>
      {failed ? (
        <p class="tc-message__state tc-error" role="alert">
          {reply.error ?? text('message.failed')}
          <button type="button" class="tc-link" onClick={onRetry}>
            {text('message.retry')}
          </button>
          <button type="button" class="tc-link" onClick={onDiscard}>
            {text('message.discard')}
          </button>
        </p>
      ) : (
        <p class="tc-message__state" role="status">
          {text('message.sending')}
        </p>
      )}
    </div>
  )
}
