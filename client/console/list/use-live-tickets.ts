import { useConsoleTicketChangedSubscription } from '../../graphql/hooks.ts'
import { eachTime } from '../../shell/subscriptions.ts'
import type { Action } from '../state/reducer.ts'

export function useLiveTickets(dispatch: (action: Action) => void): void {
  useConsoleTicketChangedSubscription(
    {},
    eachTime(({ ticketChanged: { ticketId, ticket } }) => {
      if (ticket) {
        dispatch({ type: 'ticket', ticket })
        dispatch({ type: 'participants', ticketId, participants: ticket.participants })
        dispatch({ type: 'word', ticketId })
      } else {
        dispatch({ type: 'ticket-gone', ticketId })
      }
    }),
  )
}
