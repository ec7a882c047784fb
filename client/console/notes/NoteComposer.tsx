import { useId, useRef, useState } from 'preact/hooks'
import type { Ready } from '../../attachments/tray.ts'
import { maxBody } from '../../core/limits.ts'
import { randomId } from '../../core/random-id.ts'
import { useConsoleAddNoteMutation } from '../../graphql/hooks.ts'
import { useTray } from '../../shell/composer/use-tray.tsx'
import { Button } from '../../ui/Button.tsx'
import { useTooLong } from '../../ui/form/limits.ts'
import { TextArea } from '../../ui/form/TextArea.tsx'
import { useAnnounce } from '../announcements/use-announce.ts'
import { useFailureText } from '../texts/use-failure-text.ts'
import { useText } from '../texts/use-text.ts'

/** By ticket: what was typed is still there when the tab is reopened. */
const typed = new Map<string, string>()

export function NoteComposer({ ticketId }: { ticketId: string }) {
  const text = useText()
  const announce = useAnnounce()
  const failureText = useFailureText()
  const [, addNote] = useConsoleAddNoteMutation()
  const [body, setBody] = useState(typed.get(ticketId) ?? '')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const key = useRef(randomId())
  const id = useId()
  const tooLong = useTooLong(id, body.trimEnd(), maxBody)
  const tray = useTray(`${ticketId} note`, body, add)

  function write(words: string): void {
    typed.set(ticketId, words)
    setBody(words)
    // Other words are another note.
    key.current = randomId()
  }

  async function add({ attachmentIds, names }: Ready): Promise<void> {
    const words = body.trimEnd() || names
    if (!words) return
    setBusy(true)
    const input = { ticketId, body: words, attachmentIds, idempotencyKey: key.current }
    const { data, error } = await addNote({ input })
    const added = data?.addNote?.__typename === 'AddNotePayload'
    setBusy(false)
    setFailure(added ? undefined : failureText(error, data?.addNote))
    if (!added) return
    write('')
    tray.clear()
    announce(text('note.added'))
  }

  return (
    <form
      class="tc-composer tc-composer--note"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && !tooLong) tray.submit()
      }}
    >
      <div class="tc-composer__frame">
        <TextArea
          class="tc-textarea tc-composer__area"
          aria-label={text('note.yours')}
          placeholder={text('note.placeholder')}
          rows={2}
          submitKey
          aria-invalid={tooLong ? true : undefined}
          aria-describedby={tooLong ? id : undefined}
          value={body}
          onText={write}
        />
        {(tooLong ?? failure) && (
          <p id={id} class="tc-composer__excess tc-error" role="alert">
            {tooLong ?? failure}
          </p>
        )}
        {tray.list}
        <div class="tc-composer__actions">
          {tray.input}
          <span class="tc-composer__hint" />
          <Button type="submit" variant="primary" busy={busy} disabled={tooLong !== undefined}>
            {text('note.add')}
          </Button>
        </div>
      </div>
    </form>
  )
}
