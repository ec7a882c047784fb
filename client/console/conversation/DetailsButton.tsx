import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../../ui/Button.tsx'
import { ConsoleIcon } from '../icons/ConsoleIcon.tsx'
import { useStore } from '../state/context.ts'
import { useGo } from '../state/use-go.ts'
import { useText } from '../texts/use-text.ts'

export function DetailsButton() {
  const text = useText()
  const { place } = useStore().state
  const { openDetails, closeDetails } = useGo()
  const frame = useRef<HTMLSpanElement>(null)
  const open = place.pane === 'details'

  useEffect(() => {
    if (place.by === 'going back' && place.pane === 'conversation')
      frame.current?.querySelector('button')?.focus()
  }, [place])

  return (
    <span ref={frame}>
      <Button
        class="tc-button--icon"
        aria-label={text('conversation.details')}
        aria-expanded={open}
        onClick={open ? closeDetails : openDetails}
      >
        <ConsoleIcon name="panel" />
      </Button>
    </span>
  )
}
