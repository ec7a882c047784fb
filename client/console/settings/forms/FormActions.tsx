import { Button } from '../../../ui/Button.tsx'
import { useText } from '../use-text.ts'
import { Failure } from './Failure.tsx'

interface Props {
  failure: string | undefined
  busy: boolean
  close: () => void
}

/** The end of a form that opens in place: why it failed, and the buttons to send it or close it. */
export function FormActions({ failure, busy, close }: Props) {
  const text = useText()
  return (
    <>
      <Failure text={failure} />
      <div class="tc-form__actions">
        <Button type="submit" variant="primary" busy={busy}>
          {text('form.save')}
        </Button>
        <Button variant="quiet" onClick={close}>
          {text('form.cancel')}
        </Button>
      </div>
    </>
  )
}
