import { useCallback, useMemo } from 'preact/hooks'
import { useStore } from './context.ts'
import { visibleTickets } from './tickets.ts'

/** The ways of moving about. There is no address to move: what is open is known to this page alone. */
export function useGo() {
  const { state, dispatch } = useStore()
  const { ticketId } = state.place
  const tickets = useMemo(() => visibleTickets(state), [state.tickets, state.filter, ticketId])

  const open = useCallback(
    (id: string) => dispatch({ type: 'go', place: { ticketId: id, pane: 'conversation', by: 'opening' } }),
    [dispatch],
  )

  const step = useCallback(
    (by: 1 | -1) => {
      const index = tickets.findIndex((ticket) => ticket.id === ticketId)
      const next = index < 0 ? tickets[0] : tickets[index + by]
      if (next) dispatch({ type: 'go', place: { ticketId: next.id, pane: 'conversation', by: 'stepping' } })
    },
    [tickets, ticketId, dispatch],
  )

  const back = useCallback(
    () => dispatch({ type: 'go', place: { ticketId, pane: 'list', by: 'going back' } }),
    [ticketId, dispatch],
  )

  const toggleDetails = useCallback(() => {
    const pane = state.place.pane === 'details' ? 'conversation' : 'details'
    dispatch({ type: 'go', place: { ticketId, pane, by: 'going back' } })
  }, [state.place.pane, ticketId, dispatch])

  return { tickets, open, step, back, toggleDetails }
}
