import { useEffect } from 'preact/hooks'
import { useConsoleTicketRatingQuery } from '../../graphql/hooks.ts'
import { useDebounced } from '../../ui/form/use-debounced.ts'
import { Time } from '../../ui/Time.tsx'
import { useStore } from '../state/context.ts'
import { useText } from '../texts/use-text.ts'

/** Milliseconds: one change is often followed by another. */
const debounceTime = 400

/** The customer's rating; nothing until there is one. Read again whenever the ticket changes. */
export function Rating({ ticketId }: { ticketId: string }) {
  const text = useText()
  const { state } = useStore()
  const [{ data }, query] = useConsoleTicketRatingQuery({ variables: { id: ticketId } })
  const changes = useDebounced(state.changesByTicket[ticketId] ?? 0, debounceTime)
  useEffect(() => {
    if (changes > 0) query()
  }, [changes])

  const rating = data?.ticket?.rating
  if (!rating) return null
  return (
    <div class="tc-field tc-rating">
      <p class="tc-label">{text('details.rating')}</p>
      <p class="tc-rating__score">
        {text(`details.rating.${rating.score}`)} · <Time value={rating.ratedAt} />
      </p>
      {rating.comment && (
        <p class="tc-rating__comment" dir="auto">
          {rating.comment}
        </p>
      )}
    </div>
  )
}
