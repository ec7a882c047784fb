import { useTicketChangedSubscription, useWebsiteChangedSubscription } from '../graphql/hooks.ts'
import { useOnReconnect } from '../shell/use-connection.ts'
import { applyColorScheme } from './look/apply-color-scheme.ts'
import { applyLook } from './look/apply-look.ts'
import { useLook } from './look/use-look.ts'
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
    applyLook(data.websiteChanged.look)
    applyColorScheme(data.websiteChanged.colorScheme)
    return data
  })
  useOnReconnect(reload)
  useLook()
}
