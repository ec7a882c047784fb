import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { ConsoleIcon } from '../../icons/ConsoleIcon.tsx'
import { useText } from '../use-text.ts'

interface Props {
  name: string
  first: boolean
  last: boolean
  step: (count: 1 | -1) => void
}

/** At the end of the list a button stays but does nothing, as it may have the focus. */
export function MoveButtons({ name, first, last, step }: Props) {
  const text = useText()
  return (
    <span class="tc-move">
      <Button
        class="tc-button--icon"
        aria-label={text('order.up', { name })}
        aria-disabled={first}
        onClick={() => step(-1)}
      >
        <ConsoleIcon name="up" />
      </Button>
      <Button
        class="tc-button--icon"
        aria-label={text('order.down', { name })}
        aria-disabled={last}
        onClick={() => step(1)}
      >
        <Icon name="down" />
      </Button>
    </span>
  )
}
