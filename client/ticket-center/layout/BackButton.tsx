import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useRouter } from '../routing/route.ts'
import { useText } from '../texts/use-text.ts'

/** Back to the list, for layouts in which list and detail do not fit side by side. */
export function BackButton() {
  const text = useText()
  const { route, go } = useRouter()
  const from = route.name === 'ticket' ? route.id : undefined
  return (
    <Button
      class="tc-button--icon tc-back"
      aria-label={text('conversation.back')}
      onClick={() => go(from ? { name: 'list', from } : { name: 'list' })}
    >
      <Icon name="back" />
    </Button>
  )
}
