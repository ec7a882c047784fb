import { useMemo } from 'preact/hooks'
import { matchingFaqs } from '../../core/matching-faqs.ts'
import { useDebounced } from '../../ui/form/use-debounced.ts'
import { FaqItems } from '../help/FaqItems.tsx'
import { useStore } from '../state/context.ts'
import { useLateText } from '../texts/use-text.ts'

/** Questions that may be what a subject is about. */
export function MatchingFaqs({ subject }: { subject: string }) {
  const text = useLateText()
  const { website } = useStore().state
  const typed = useDebounced(subject, 300)
  const found = useMemo(
    () => matchingFaqs(website?.faqs ?? [], typed, document.documentElement.lang),
    [website, typed],
  )
  return (
    <div class="tc-matches" aria-live="polite">
      {found.length > 0 && (
        <>
          <p class="tc-matches__title">{text('new.matches')}</p>
          <FaqItems faqs={found} />
        </>
      )}
    </div>
  )
}
