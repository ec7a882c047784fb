import { useState } from 'preact/hooks'
import { maxRatingComment } from '../../core/limits.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { LimitedForm } from '../../ui/form/LimitedForm.tsx'
import { TextArea } from '../../ui/form/TextArea.tsx'
import { drafts } from '../state/drafts.ts'
import { useLateText } from '../texts/use-text.ts'

interface Props {
  ticketId: string
  /** What was said before. */
  comment: string
  busy: boolean
  send: (comment: string | null) => void
}

export function CommentForm({ ticketId, comment, busy, send }: Props) {
  const text = useLateText()
  const [body, setBody] = useState(drafts.comments.get(ticketId) ?? comment)

  function write(text: string): void {
    setBody(text)
    drafts.comments.set(ticketId, text)
  }

  return (
    <LimitedForm class="tc-rating__form" send={() => send(body.trim() || null)}>
      <Field label={text('rating.comment')} value={body} limit={maxRatingComment}>
        {(control) => <TextArea {...control} rows={2} value={body} onText={write} submitKey />}
      </Field>
      <Button type="submit" busy={busy}>
        {text('composer.send')}
      </Button>
    </LimitedForm>
  )
}
