import { Icon } from '../../ui/Icon.tsx'
import { RichText } from '../../ui/RichText.tsx'
import { useStore } from '../state/context.ts'
import { useText } from '../use-text.ts'
import { useViewFaq } from './use-view-faq.ts'

/** Answers that can save a ticket. */
export function Faqs() {
  const text = useText()
  const view = useViewFaq()
  const faqs = useStore().state.website?.faqs ?? []
  if (faqs.length === 0) return null
  return (
    <section class="tc-faqs" aria-labelledby="tc-faqs-title">
      <h3 id="tc-faqs-title" class="tc-faqs__title">
        {text('faqs.title')}
      </h3>
      {faqs.map((faq) => (
        <details
          key={faq.id}
          class="tc-faq"
          onToggle={({ currentTarget }) => currentTarget.open && view(faq.id)}
        >
          <summary class="tc-faq__question">
            <span class="tc-aligned" dir="auto">
              {faq.question}
            </span>
            <Icon name="down" />
          </summary>
          <div class="tc-faq__answer">
            <RichText html={faq.answerHtml} />
          </div>
        </details>
      ))}
    </section>
  )
}
