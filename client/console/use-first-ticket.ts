import { useEffect } from 'preact/hooks'
import { useConsoleFirstTicketQuery } from '../graphql/hooks.ts'
import type { Action } from './state/reducer.ts'

/** Opens the ticket that the link to this page named, by its number or its id. */
export function useFirstTicket(ticket: string | null, dispatch: (action: Action) => void): void {
  const number = ticket && /^\d{1,9}$/.test(ticket) ? Number(ticket) : null
  const [{ data }] = useConsoleFirstTicketQuery({
    variables: { number: number ?? 0 },
    pause: number === null,
  })
  const ticketId = number === null ? ticket : data && (data.ticketByNumber?.id ?? ticket)

  useEffect(() => {
    if (ticketId) dispatch({ type: 'go', place: { ticketId, pane: 'conversation', by: 'opening' } })
  }, [ticketId])
}
