import { useComposer } from '../../shell/composer/use-composer.ts'
import type { Posted } from '../../shell/composer/use-draft.ts'
import { apple } from '../../ui/apple.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/form/TextArea.tsx'
import { Late } from '../late/Late.tsx'
import { useStore } from '../state/context.ts'
import type { TicketDetails } from '../state/state.ts'
import { useText } from '../texts/use-text.ts'

interface Props {
  ticket: TicketDetails
  /** A reply opens a follow-up. */
  closed: boolean
  /** Nothing can be sent yet. */
  waits: boolean
  /** The viewer's newest message. */
  last: Posted | undefined
  onSend: (body: string, attachmentIds: string[] | undefined) => void
}

export function Composer({ ticket, closed, waits, last, onSend }: Props) {
  const text = useText()
  const { website } = useStore().state
  const { body, write, submit, area, tooLong, tray } = useComposer(ticket, last, onSend)

  return (
    <form
      class="tc-composer"
      onSubmit={(event) => {
        event.preventDefault()
        if (!waits) submit()
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
        <p id={tooLong.id} class="tc-composer__note tc-error" role="status">
          {tooLong.text}
        </p>
      )}
      {tray.list}
      <div class="tc-composer__row">
        {tray.input}
        <TextArea
          {...area}
          aria-label={text('composer.label')}
          placeholder={text('composer.placeholder')}
          onText={write}
          submitKey
        />
        <Button
          type="submit"
          variant="primary"
          disabled={!!tooLong || waits}
          title={
            tooLong?.text ??
            text('composer.hint', { keys: apple ? '⌘ Return' : `${text('keys.control')} Enter` })
          }
        >
          {text('composer.send')}
        </Button>
      </div>
    </form>
  )
}
