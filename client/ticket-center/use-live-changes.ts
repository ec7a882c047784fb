import { useTicketChangedSubscription, useWebsiteChangedSubscription } from '../graphql/hooks.ts'
import { eachTime } from '../shell/subscriptions.ts'
import { usePoll } from '../shell/use-connection.ts'
import { useLostPlace } from '../shell/use-lost-place.ts'
import { changeAppearance } from './custom-styles/change-appearance.ts'
import { useAppearance } from './custom-styles/use-appearance.ts'
import type { Action } from './state/reducer.ts'

/** Keeps tickets and website up to date; calls `reload` when the subscription cannot continue. */
export function useLiveChanges(
  changeCursor: string | null,
  dispatch: (action: Action) => void,
  reload: () => void,
): void {
  const [{ error }] = useTicketChangedSubscription(
    { variables: { after: changeCursor }, pause: changeCursor === null },
    eachTime(({ ticketChanged: { ticketId, ticket } }) => {
      dispatch(ticket ? { type: 'ticket', ticket, live: true } : { type: 'ticket-gone', ticketId })
    }),
  )
  useWebsiteChangedSubscription(
    {},
    eachTime(({ websiteChanged: website }) => {
      dispatch({ type: 'website', website })
      changeAppearance(website)
    }),
  )
  useLostPlace(error, () => {
    dispatch({ type: 'changes-lost' })
    reload()
  })
  usePoll(reload)
  useAppearance(dispatch)
}
