import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useText } from '../use-text.ts'
import { Failure } from './Failure.tsx'

interface Props {
  busy: boolean
  failure: string | undefined
  /** When it was last saved; 0 if never. */
  done: number
}

export function SaveRow({ busy, failure, done }: Props) {
  const text = useText()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    setShown(done > 0)
    const timer = setTimeout(() => setShown(false), 4_000)
    return () => clearTimeout(timer)
  }, [done])

  return (
    <div class="tc-save">
      <Button type="submit" variant="primary" busy={busy}>
        {text('form.save')}
      </Button>
      <p class="tc-save__note" role="status">
        {shown && (
          <>
            <Icon name="check" />
            {text('form.saved')}
          </>
        )}
      </p>
      <Failure text={failure} />
    </div>
  )
}
