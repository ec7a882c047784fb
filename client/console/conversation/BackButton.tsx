import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useGo } from '../state/use-go.ts'
import { useText } from '../use-text.ts'

/** To the list, where list and conversation do not fit side by side. */
export function BackButton() {
  const text = useText()
  const { back } = useGo()
  return (
    <Button class="tc-button--icon tc-back" aria-label={text('conversation.back')} onClick={back}>
      <Icon name="back" />
    </Button>
  )
}
