import { useId, useRef } from 'preact/hooks'
import { maxBody } from '../../core/limits.ts'
import { type Posted, useDraft } from '../../shell/use-draft.ts'
import { useTray } from '../../shell/use-tray.tsx'
import { apple } from '../../ui/apple.ts'
import { Button } from '../../ui/Button.tsx'
import { useTooLong } from '../../ui/limits.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { Late } from '../late/Late.tsx'
import { useStore } from '../state/context.ts'
import type { TicketDetails } from '../state/state.ts'
import { useText } from '../use-text.ts'

interface Props {
  ticket: TicketDetails
  /** A reply opens a follow-up. */
  closed: boolean
  /** Nothing can be sent yet. */
  waits: boolean
  /** The viewer's newest message. */
  last: Posted | undefined
  onSend: (body: string, attachmentIds?: string[]) => void
}

export function Composer({ ticket, closed, waits, last, onSend }: Props) {
  const text = useText()
  const { website } = useStore().state
  const area = useRef<HTMLTextAreaElement>(null)
  const { body, write, sent } = useDraft(ticket, last)

  const id = useId()
  const tray = useTray(ticket.id)
  const tooLong = useTooLong(id, body.trimEnd(), maxBody)

  function send(): void {
    area.current?.focus()
    const files = tray.ready()
    const words = body.trim() ? body.trimEnd() : files?.names
    if (!files || !words || tooLong || waits) return
    onSend(words, files.attachmentIds)
    sent(words)
    tray.clear()
  }

  return (
    <form
      class="tc-composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {website?.typingEnabled && (
        <Late part="typing" rows={0} optional>
          {({ TypingLine }) => <TypingLine ticket={ticket} reply={body} />}
        </Late>
      )}
      {ticket.status === 'SOLVED' && (
        <p class="tc-composer__note">{text(closed ? 'composer.closed' : 'composer.solved')}</p>
      )}
      {tooLong && (
        <p id={id} class="tc-composer__note tc-error" role="status">
          {tooLong}
        </p>
      )}
      {tray.list}
      <div class="tc-composer__row">
        {tray.input}
        <TextArea
          areaRef={area}
          aria-label={text('composer.label')}
          placeholder={text('composer.placeholder')}
          value={body}
          onText={write}
          submitKey
          aria-invalid={tooLong ? true : undefined}
          aria-describedby={tooLong ? id : undefined}
        />
        <Button
          type="submit"
          variant="primary"
          disabled={!!tooLong || waits}
          title={tooLong ?? text('composer.hint', { keys: apple ? '⌘ Return' : 'Ctrl Enter' })}
        >
          {text('composer.send')}
        </Button>
      </div>
    </form>
  )
}
