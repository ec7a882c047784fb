import { useTicketChangedSubscription, useWebsiteChangedSubscription } from '../graphql/hooks.ts'
import { eachTime } from '../shell/subscriptions.ts'
import { useCatchUp } from '../shell/use-connection.ts'
import { applyColorScheme } from './look/apply-color-scheme.ts'
import { applyLook } from './look/apply-look.ts'
import { useLook } from './look/use-look.ts'
import type { Action } from './state/reducer.ts'

/** Keeps tickets and website as they are on the server; `reload` fills what a lost connection left out. */
export function useLiveChanges(dispatch: (action: Action) => void, reload: () => void): void {
  useTicketChangedSubscription(
    {},
    eachTime(({ ticketChanged: { ticketId, ticket } }) => {
      dispatch(ticket ? { type: 'ticket', ticket } : { type: 'ticket-gone', ticketId })
    }),
  )
  useWebsiteChangedSubscription(
    {},
    eachTime(({ websiteChanged: website }) => {
      dispatch({ type: 'website', website })
      applyLook(website.look)
      applyColorScheme(website.colorScheme)
    }),
  )
  useCatchUp(reload)
  useLook()
}
