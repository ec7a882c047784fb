import { useEffect, useRef } from 'preact/hooks'
import { useConsoleTicketHistoryQuery } from '../../graphql/hooks.ts'
import type { ConsoleHistoryLineFragment } from '../../graphql/operations.ts'
import { useDebounced } from '../../ui/use-debounced.ts'
import { useStore } from '../state/context.ts'

/** Milliseconds: one change of a ticket is often followed by another. */
const pause = 500

/** What happened in a ticket between its messages. Asked for anew soon after it changed. */
export function useHistory(ticketId: string): ConsoleHistoryLineFragment[] {
  const { state } = useStore()
  const changes = useDebounced(state.changesByTicket[ticketId] ?? 0, pause)
  const seen = useRef(changes)
  const [{ data }, again] = useConsoleTicketHistoryQuery({ variables: { id: ticketId } })
  useEffect(() => {
    if (changes === seen.current) return
    seen.current = changes
    again({ requestPolicy: 'network-only' })
  }, [changes])
  const lines = data?.ticket?.events.edges.map(({ node }) => node) ?? []
  // Whose turn it is, the messages say.
  return lines.filter(
    (line) => line.__typename !== 'StatusChanged' || line.to === 'SOLVED' || line.from === 'SOLVED',
  )
}
