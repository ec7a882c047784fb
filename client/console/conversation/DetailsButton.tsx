import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../../ui/Button.tsx'
import { ConsoleIcon } from '../icons/ConsoleIcon.tsx'
import { useStore } from '../state/context.ts'
import { useGo } from '../state/use-go.ts'
import { useText } from '../texts/use-text.ts'

export function DetailsButton() {
  const text = useText()
  const { screen } = useStore().state
  const { openDetails, closeDetails } = useGo()
  const frame = useRef<HTMLSpanElement>(null)
  const open = screen.pane === 'details'

  useEffect(() => {
    if (screen.by === 'going back' && screen.pane === 'conversation')
      frame.current?.querySelector('button')?.focus()
  }, [screen])

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
