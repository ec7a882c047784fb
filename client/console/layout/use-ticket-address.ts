import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { loadedTicket } from '../../core/conversations.ts'
import { useTicketByNumberQuery } from '../../graphql/hooks.ts'
import { routeOf, ticketAddress } from '../address/address.ts'
import { navigate } from '../address/navigation.ts'
import type { Action } from '../state/reducer.ts'
import type { State } from '../state/state.ts'
import type { Layout } from './use-layout.ts'

/** Keeps the address and the open ticket in sync, whichever changes. */
export function useTicketAddress(state: State, dispatch: (action: Action) => void, layout: Layout): void {
  useArrivals(state, dispatch)
  const { screen } = state
  const { ticketId, pane, by } = screen
  const shown = ticketId !== null && (layout > 1 || pane !== 'list')
  const number = loadedTicket(state, ticketId)?.number ?? null

  useLayoutEffect(() => {
    const { ticket, section } = routeOf(location.pathname)
    if (by === 'start' || section !== null || (shown && number === null)) return
    // The address changed first, and may have changed again if somebody goes back and forth quickly.
    if (by === 'arriving' && ticket !== ticketId) return
    // Moving through the list by keyboard adds one history entry, not twenty.
    const quiet = by === 'arriving' || (by === 'stepping' && ticket !== null)
    navigate(ticketAddress(shown ? number : null), quiet ? 'replace' : 'push')
  }, [screen, number])
}

/** Opens the ticket in the address: at start, and after the browser's Back or Forward. */
function useArrivals(state: State, dispatch: (action: Action) => void): void {
  const [{ ticket }, setRoute] = useState(() => routeOf(location.pathname))
  const [arrival, setArrival] = useState(0)
  useEffect(() => {
    const arrive = () => {
      const route = routeOf(location.pathname)
      if (route.section !== null) return
      setRoute(route)
      setArrival((count) => count + 1)
    }
    addEventListener('popstate', arrive)
    return () => removeEventListener('popstate', arrive)
  }, [])

  const number = ticket && /^\d{1,9}$/.test(ticket) ? Number(ticket) : null
  const loaded = number === null ? undefined : idOfLoaded(state, number)
  const [{ data, operation }] = useTicketByNumberQuery({
    variables: { number: number ?? 0 },
    pause: number === null || loaded !== undefined,
  })
  const answered = data && operation?.variables.number === number
  // Open an unknown number as it is: the pane says that there is no such ticket.
  const ticketId =
    number === null ? ticket : (loaded ?? (answered ? (data.ticketByNumber?.id ?? ticket) : undefined))

  const followed = useRef(-1)
  useEffect(() => {
    if (ticketId === undefined || followed.current === arrival) return
    followed.current = arrival
    if (ticketId === null && arrival === 0) return
    const pane = ticketId === null ? 'list' : 'conversation'
    dispatch({ type: 'go', screen: { ticketId, pane, by: 'arriving' } })
  }, [ticketId, arrival])
}

function idOfLoaded({ tickets, conversations }: State, number: number): string | undefined {
  const all = [...tickets, ...Object.values(conversations).map(({ ticket }) => ticket)]
  return all.find((ticket) => ticket.number === number)?.id
}
