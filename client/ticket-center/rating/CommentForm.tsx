import { useState } from 'preact/hooks'
import { maxRatingComment } from '../../core/limits.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { LimitedForm } from '../../ui/LimitedForm.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useLateText } from '../use-text.ts'

interface Props {
  /** What was said before. */
  comment: string
  busy: boolean
  send: (comment: string | null) => void
}

export function CommentForm({ comment, busy, send }: Props) {
  const text = useLateText()
  const [body, setBody] = useState(comment)
  return (
    <LimitedForm class="tc-rating__form" send={() => send(body.trim() || null)}>
      <Field label={text('rating.comment')} value={body} limit={maxRatingComment}>
        {(control) => <TextArea {...control} rows={2} value={body} onText={setBody} submitKey />}
      </Field>
      <Button type="submit" busy={busy}>
        {text('composer.send')}
      </Button>
    </LimitedForm>
  )
}
