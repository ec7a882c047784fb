import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useGo } from '../state/use-go.ts'
import { useText } from '../texts/use-text.ts'

/** Back to the list, for layouts in which list and conversation do not fit side by side. */
export function BackButton() {
  const text = useText()
  const { back } = useGo()
  return (
    <Button class="tc-button--icon tc-back" aria-label={text('conversation.back')} onClick={back}>
      <Icon name="back" />
    </Button>
  )
}
