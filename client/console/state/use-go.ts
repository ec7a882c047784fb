import { useMemo } from 'preact/hooks'
import { useStore } from './context.ts'

/** Ways to move around. The address follows what is open (use-ticket-address.ts). */
export function useGo() {
  const { state, dispatch } = useStore()
  const { ticketId, pane } = state.screen
  return useMemo(
    () => ({
      open: (id: string) =>
        dispatch({ type: 'go', screen: { ticketId: id, pane: 'conversation', by: 'opening' } }),
      step: (id: string) =>
        dispatch({ type: 'go', screen: { ticketId: id, pane: 'conversation', by: 'stepping' } }),
      back: () => dispatch({ type: 'go', screen: { ticketId, pane: 'list', by: 'going back' } }),
      openDetails: () => dispatch({ type: 'go', screen: { ticketId, pane: 'details', by: 'opening' } }),
      closeDetails: () =>
        dispatch({ type: 'go', screen: { ticketId, pane: 'conversation', by: 'going back' } }),
    }),
    [ticketId, pane, dispatch],
  )
}
