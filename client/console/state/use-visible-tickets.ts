import { useMemo } from 'preact/hooks'
import { useStore } from './context.ts'
import type { Ticket } from './state.ts'
import { visibleTickets } from './tickets.ts'

export function useVisibleTickets(): Ticket[] {
  const { state } = useStore()
  return useMemo(() => visibleTickets(state), [state.tickets, state.filter, state.screen.ticketId])
}
