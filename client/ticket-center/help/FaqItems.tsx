import type { FirstScreenQuery } from '../../graphql/operations.ts'
import { Icon } from '../../ui/Icon.tsx'
import { RichText } from '../../ui/text/RichText.tsx'
import { useViewFaq } from './use-view-faq.ts'

type Faq = NonNullable<FirstScreenQuery['website']>['faqs'][number]

/** Questions, each of which opens its answer. */
export function FaqItems({ faqs }: { faqs: Faq[] }) {
  const view = useViewFaq()
  return (
    <>
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
    </>
  )
}
