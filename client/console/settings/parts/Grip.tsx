import { ConsoleIcon } from '../../icons/ConsoleIcon.tsx'
import { useText } from '../use-text.ts'

interface Props {
  onStart: () => void
  onEnd: (event: DragEvent) => void
}

/** The handle by which its row is dragged. */
export function Grip({ onStart, onEnd }: Props) {
  const text = useText()
  return (
    <span
      class="tc-grip"
      aria-hidden="true"
      title={text('order.drag')}
      draggable
      onDragStart={({ dataTransfer, currentTarget }) => {
        dataTransfer?.setDragImage(currentTarget.parentElement ?? currentTarget, 16, 24)
        onStart()
      }}
      onDragEnd={onEnd}
    >
      <ConsoleIcon name="grip" />
    </span>
  )
}
