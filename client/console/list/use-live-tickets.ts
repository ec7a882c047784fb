import { useConsoleTicketChangedSubscription } from '../../graphql/hooks.ts'
import { eachTime } from '../../shell/subscriptions.ts'
import { useLostPlace } from '../../shell/use-lost-place.ts'
import type { Action } from '../state/reducer.ts'

/** Keeps the tickets up to date; calls `reload` when the subscription cannot continue. */
export function useLiveTickets(
  changeCursor: string | null,
  dispatch: (action: Action) => void,
  reload: () => void,
): void {
  const [{ error }] = useConsoleTicketChangedSubscription(
    { variables: { after: changeCursor }, pause: changeCursor === null },
    eachTime(({ ticketChanged: { ticketId, ticket } }) => {
      if (ticket) {
        dispatch({ type: 'ticket', ticket, live: true })
        dispatch({ type: 'participants', ticketId, participants: ticket.participants })
        dispatch({ type: 'ticket-changed', ticketId })
      } else {
        dispatch({ type: 'ticket-gone', ticketId })
      }
    }),
  )
  useLostPlace(error, () => {
    dispatch({ type: 'changes-lost' })
    reload()
  })
}
