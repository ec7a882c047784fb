import { useEffect, useRef } from 'preact/hooks'
import { useTicketHistoryQuery } from '../../graphql/hooks.ts'
import type { HistoryLineFragment } from '../../graphql/operations.ts'
import { useDebounced } from '../../ui/use-debounced.ts'
import type { Conversation } from '../state/state.ts'

/** Milliseconds: one change of a ticket is often followed by another. */
const pause = 500

/** What happened in a ticket between its messages: solved, and opened again. Asked for anew soon after it changed. */
export function useHistory(ticket: Conversation['ticket']): HistoryLineFragment[] {
  const settled = useDebounced(ticket, pause)
  const known = useRef(settled)
  const [{ data }, again] = useTicketHistoryQuery({ variables: { id: ticket.id } })
  useEffect(() => {
    if (settled === known.current) return
    known.current = settled
    again({ requestPolicy: 'network-only' })
  }, [settled])
  const lines = data?.ticket?.events.edges.map(({ node }) => node) ?? []
  // Whose turn it is, the messages say.
  return lines.filter(
    (line) => line.__typename === 'StatusChanged' && (line.to === 'SOLVED' || line.from === 'SOLVED'),
  )
}
