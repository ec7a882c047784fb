import { useComposer } from '../../shell/composer/use-composer.ts'
import { nameOf } from '../../shell/name-of.ts'
import { useTypingNotice } from '../../shell/typing/use-typing.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/form/TextArea.tsx'
import { useModifier } from '../keyboard/use-modifier.ts'
import type { Conversation } from '../state/state.ts'
import { useTeam } from '../team/context.ts'
import { useText } from '../texts/use-text.ts'
import { useConsoleReplies } from './use-console-replies.ts'

export function Composer({ conversation: { ticket, messages } }: { conversation: Conversation }) {
  const text = useText()
  const { operator } = useTeam()
  const { send } = useConsoleReplies(ticket.id)
  const last = messages.findLast(({ author, via }) => author.id === operator.id && via === 'CONSOLE')
  const composer = useComposer(ticket, last, send)
  const { submit } = composer

  return (
    <form
      class="tc-composer"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
        event.preventDefault()
        submit(event.shiftKey)
      }}
    >
      {ticket.status === 'SOLVED' && <p class="tc-hint">{text('composer.solved')}</p>}
      <ComposerFrame ticket={ticket} composer={composer} />
    </form>
  )
}

interface FrameProps {
  ticket: Conversation['ticket']
  composer: ReturnType<typeof useComposer>
}

/** What one writes in, and its buttons. */
function ComposerFrame({ ticket, composer }: FrameProps) {
  const text = useText()
  const modifier = useModifier()
  const noticeTyping = useTypingNotice(useTeam().website.typingEnabled)
  const { write, submit, area, tooLong, tray } = composer
  const unsendable = { title: tooLong?.text, disabled: !!tooLong }

  return (
    <div class="tc-composer__frame">
      <TextArea
        {...area}
        class="tc-textarea tc-composer__area"
        data-key-target="reply"
        aria-label={text('composer.label')}
        aria-keyshortcuts="R"
        placeholder={text('composer.placeholder', { name: nameOf(ticket.customer, text) })}
        rows={2}
        onText={(words) => {
          write(words)
          if (words) noticeTyping(ticket.id)
        }}
      />
      {tooLong && (
        <p id={tooLong.id} class="tc-composer__excess tc-error" role="status">
          {tooLong.text}
        </p>
      )}
      {tray.list}
      <div class="tc-composer__actions">
        {tray.input}
        <span class="tc-composer__hint">{text('composer.hint', { keys: `${modifier} + Enter` })}</span>
        <Button {...unsendable} onClick={() => submit(true)}>
          {text('composer.solve')}
        </Button>
        <Button {...unsendable} type="submit" variant="primary">
          {text('composer.send')}
        </Button>
      </div>
    </div>
  )
}
