import { useEffect, useState } from 'preact/hooks'
import { useRateTicketMutation, useTicketRatingQuery } from '../../graphql/hooks.ts'
import type { RatingFieldsFragment, RatingScore } from '../../graphql/operations.ts'
import { useFailureText } from '../../shell/use-failure-text.ts'
import { drafts } from '../state/drafts.ts'
import type { Ticket } from '../state/state.ts'
import { useLateText } from '../texts/use-text.ts'

/** The customer's rating of a ticket: undefined until it is known, null if there is none. */
export function useRating({ id, updatedAt }: Ticket) {
  const text = useLateText()
  const failureText = useFailureText()
  const [rating, setRating] = useState<RatingFieldsFragment | null>()
  const [failure, setFailure] = useState<string>()
  const [{ data }, query] = useTicketRatingQuery({ variables: { id } })
  const [{ fetching }, mutate] = useRateTicketMutation()

  useEffect(() => {
    if (data?.ticket) setRating(data.ticket.rating)
  }, [data])
  // It may have been rated in another window.
  useEffect(() => {
    if (updatedAt) query()
  }, [updatedAt])

  async function rate(score: RatingScore, comment: string | null): Promise<boolean> {
    setFailure(undefined)
    const { data, error } = await mutate({ input: { ticketId: id, score, comment } })
    const result = data?.rateTicket
    if (result?.__typename === 'RateTicketPayload') {
      setRating(result.ticket.rating)
      if (drafts.comments.get(id)?.trim() === comment) drafts.comments.delete(id)
      return true
    }
    setFailure(failureText(error, text('conversation.action.failed')))
    return false
  }

  return { rating, rate, busy: fetching, failure }
}
