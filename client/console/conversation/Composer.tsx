import { useId, useRef } from 'preact/hooks'
import { maxBody } from '../../core/limits.ts'
import { nameOf } from '../../shell/name-of.ts'
import { useDraft } from '../../shell/use-draft.ts'
import { useTray } from '../../shell/use-tray.tsx'
import { useTypingNotice } from '../../shell/use-typing.ts'
import { Button } from '../../ui/Button.tsx'
import { useTooLong } from '../../ui/limits.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { modifier } from '../keyboard/modifier.ts'
import type { Conversation } from '../state/state.ts'
import { useTeam } from '../team/context.ts'
import { useText } from '../texts/use-text.ts'
import { useConsoleReplies } from './use-console-replies.ts'

export function Composer({ conversation: { ticket, messages } }: { conversation: Conversation }) {
  const text = useText()
  const { send } = useConsoleReplies(ticket.id)
  const { operator, website } = useTeam()
  const last = messages.findLast(({ author, via }) => author.id === operator.id && via === 'CONSOLE')
  const { body, write, sent } = useDraft(ticket, last)
  const noticeTyping = useTypingNotice(website.typingEnabled)
  const area = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const tooLong = useTooLong(id, body.trimEnd(), maxBody)
  const tray = useTray(ticket.id)
  const solving = useRef(false)
  const unsendable = tooLong !== undefined

  function submit(): void {
    area.current?.focus()
    const files = tray.ready()
    const words = body.trim() ? body.trimEnd() : files?.names
    if (!files || !words || unsendable) return
    send(words, solving.current, files.attachmentIds)
    solving.current = false
    sent(words)
    tray.clear()
  }

  function start(solve: boolean): void {
    solving.current = solve
    submit()
  }

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
        start(event.shiftKey)
      }}
    >
      {ticket.status === 'SOLVED' && <p class="tc-hint">{text('composer.solved')}</p>}
      <div class="tc-composer__frame">
        <TextArea
          areaRef={area}
          class="tc-textarea tc-composer__area"
          data-key-target="reply"
          aria-label={text('composer.label')}
          aria-keyshortcuts="R"
          placeholder={text('composer.placeholder', { name: nameOf(ticket.customer, text) })}
          rows={2}
          aria-invalid={tooLong ? true : undefined}
          aria-describedby={tooLong ? id : undefined}
          value={body}
          onText={(words) => {
            write(words)
            if (words) noticeTyping(ticket.id)
          }}
        />
        {tooLong && (
          <p id={id} class="tc-composer__excess tc-error" role="status">
            {tooLong}
          </p>
        )}
        {tray.list}
        <div class="tc-composer__actions">
          {tray.input}
          <span class="tc-composer__hint">{text('composer.hint', { keys: `${modifier} + Enter` })}</span>
          <Button title={tooLong} disabled={unsendable} onClick={() => start(true)}>
            {text('composer.solve')}
          </Button>
          <Button
            type="submit"
            variant="primary"
            title={tooLong}
            disabled={unsendable}
            onClick={() => {
              solving.current = false
            }}
          >
            {text('composer.send')}
          </Button>
        </div>
      </div>
    </form>
  )
}
