import { useState } from 'preact/hooks'
import { Icon } from './Icon.tsx'

interface Props {
  /** Words that unfold it, and that fold it again. */
  more: string
  less: string
  /** Plain text. */
  text: string
}

/** Text that shows on request, as it was written. */
export function Folded({ more, less, text }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <details class="tc-folded" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary class="tc-folded__toggle">
        {open ? less : more}
        <Icon name="down" />
      </summary>
      <p class="tc-folded__text" dir="auto">
        {text}
      </p>
    </details>
  )
}
