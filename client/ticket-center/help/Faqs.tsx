import { useStore } from '../state/context.ts'
import { useText } from '../texts/use-text.ts'
import { FaqItems } from './FaqItems.tsx'

/** Answers that can save a ticket. */
export function Faqs() {
  const text = useText()
  const faqs = useStore().state.website?.faqs ?? []
  if (faqs.length === 0) return null
  return (
    <section class="tc-faqs" aria-labelledby="tc-faqs-title">
      <h3 id="tc-faqs-title" class="tc-faqs__title">
        {text('faqs.title')}
      </h3>
      <FaqItems faqs={faqs} />
    </section>
  )
}
