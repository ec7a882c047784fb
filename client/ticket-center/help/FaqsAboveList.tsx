import { useState } from 'preact/hooks'
import { Icon } from '../../ui/Icon.tsx'
import { useStore } from '../state/context.ts'
import { useText } from '../texts/use-text.ts'
import { FaqItems } from './FaqItems.tsx'

/** Where there is no room for them beside the list: closed at first. */
export function FaqsAboveList() {
  const text = useText()
  const [open, setOpen] = useState(false)
  const faqs = useStore().state.website?.faqs ?? []
  if (faqs.length === 0) return null
  return (
    <details class="tc-help tc-narrow-only" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="tc-help__title">
        {text('faqs.title')}
        <Icon name="down" />
      </summary>
      {open && <FaqItems faqs={faqs} />}
    </details>
  )
}
