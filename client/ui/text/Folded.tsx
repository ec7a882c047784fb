import { useState } from 'preact/hooks'
import { Icon } from '../Icon.tsx'

interface Props {
  /** Labels of the button that unfolds and folds the text. */
  more: string
  less: string
  /** Plain text. */
  text: string
}

/** Preformatted text, shown on request. */
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
