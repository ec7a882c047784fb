import { useId, useRef, useState } from 'preact/hooks'
import { maxBody } from '../../core/limits.ts'
import { useTray } from '../../shell/use-tray.tsx'
import { apple } from '../../ui/apple.ts'
import { Button } from '../../ui/Button.tsx'
import { useTooLong } from '../../ui/limits.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { drafts } from '../drafts.ts'
import type { Ticket } from '../state/state.ts'
import { useText } from '../use-text.ts'

interface Props {
  ticket: Ticket
  onSend: (body: string, attachmentIds?: string[]) => void
}

export function Composer({ ticket, onSend }: Props) {
  const text = useText()
  const area = useRef<HTMLTextAreaElement>(null)
  const [body, setBody] = useState(drafts.replies.get(ticket.id) ?? '')

  const id = useId()
  const tray = useTray(ticket.id)
  const tooLong = useTooLong(id, body.trimEnd(), maxBody)

  function change(draft: string): void {
    setBody(draft)
    drafts.replies.set(ticket.id, draft)
  }

  function send(): void {
    area.current?.focus()
    const files = tray.ready()
    const words = body.trim() ? body.trimEnd() : files?.names
    if (!files || !words || tooLong) return
    onSend(words, files.attachmentIds)
    change('')
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
      {ticket.status === 'SOLVED' && <p class="tc-composer__note">{text('composer.solved')}</p>}
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
          onText={change}
          submitKey
          aria-invalid={tooLong ? true : undefined}
          aria-describedby={tooLong ? id : undefined}
        />
        <Button
          type="submit"
          variant="primary"
          disabled={!!tooLong}
          title={tooLong ?? text('composer.hint', { keys: apple ? '⌘ Return' : 'Ctrl Enter' })}
        >
          {text('composer.send')}
        </Button>
      </div>
    </form>
  )
}
