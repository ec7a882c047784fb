import { useTicketChangedSubscription, useWebsiteChangedSubscription } from '../graphql/hooks.ts'
import { useOnReconnect } from '../graphql/use-connection.ts'
import type { Action } from './state/reducer.ts'

/** Keeps tickets and website as they are on the server; `reload` fills what a lost connection left out. */
export function useLiveChanges(dispatch: (action: Action) => void, reload: () => void): void {
  useTicketChangedSubscription({}, (_, data) => {
    const { ticketId, ticket } = data.ticketChanged
    dispatch(ticket ? { type: 'ticket', ticket } : { type: 'ticket-gone', ticketId })
    return data
  })
  useWebsiteChangedSubscription({}, (_, data) => {
    dispatch({ type: 'website', website: data.websiteChanged })
    return data
  })
  useOnReconnect(reload)
}
