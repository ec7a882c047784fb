import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { addStyles } from '../../ui/add-styles.ts'
import type { Ticket } from '../state/state.ts'
import { useLateText } from '../texts/use-text.ts'
import { CommentForm } from './CommentForm.tsx'
import css from './late.css?inline'
import { ScoreButtons } from './ScoreButtons.tsx'
import { useRating } from './use-rating.ts'

addStyles(css)

/** Asks the customer of a solved ticket how they were helped, and shows what they said. */
export function Rating({ ticket }: { ticket: Ticket }) {
  const text = useLateText()
  const { rating, rate, busy, failure } = useRating(ticket)
  const [isOpen, setOpen] = useState(false)
  const section = useRef<HTMLElement>(null)
  const wasOpen = useRef(false)

  // What had the focus is gone.
  useLayoutEffect(() => {
    const next = isOpen ? '[aria-pressed=true]' : '.tc-link'
    if (isOpen !== wasOpen.current) section.current?.querySelector<HTMLElement>(next)?.focus()
    wasOpen.current = isOpen
  }, [isOpen])

  if (rating === undefined) return null

  return (
    <section ref={section} class="tc-rating" aria-label={text('rating.title')}>
      {rating && !isOpen ? (
        <p class="tc-rating__given">
          {text('rating.yours', { rating: text(`rating.${rating.score}`) })}{' '}
          <button type="button" class="tc-link" onClick={() => setOpen(true)}>
            {text('rating.change')}
          </button>
        </p>
      ) : (
        <ScoreButtons
          chosen={rating?.score}
          busy={busy}
          choose={async (score) => setOpen(await rate(score, rating?.comment ?? null))}
        />
      )}
      <p class="tc-rating__thanks" role="status">
        {rating && isOpen && !busy && text('rating.thanks')}
      </p>
      {rating && isOpen && (
        <CommentForm
          ticketId={ticket.id}
          comment={rating.comment ?? ''}
          busy={busy}
          send={async (comment) => setOpen(!(await rate(rating.score, comment)))}
        />
      )}
      {failure && (
        <p class="tc-error" role="alert">
          {failure}
        </p>
      )}
    </section>
  )
}
