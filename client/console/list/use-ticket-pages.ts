import { useEffect, useMemo, useState } from 'preact/hooks'
import { ticketFilter } from '../../core/filter.ts'
import { stoppedAt } from '../../core/stopped-search.ts'
import { useConsoleTicketsQuery } from '../../graphql/hooks.ts'
import { usePoll } from '../../shell/use-connection.ts'
import type { Action } from '../state/reducer.ts'
import type { State } from '../state/state.ts'

/** Page size: `first` in operations.graphql. */
const pageSize = 25

export interface TicketPages {
  fetching: boolean
  /** Which page could not be loaded. */
  failed: 'newest' | 'older' | undefined
  again: () => void
  /** Refetches the newest page. */
  reload: () => void
  more: () => void
}

/** Fetches the filter's tickets, page by page. */
export function useTicketPages({ filter, older }: State, dispatch: (action: Action) => void): TicketPages {
  const [page, setPage] = useState({ filter, after: null as string | null })
  const after = page.filter === filter ? page.after : null
  const variables = useMemo(() => ({ filter: ticketFilter(filter), after }), [filter, after])
  const [{ data, error, fetching, operation }, query] = useConsoleTicketsQuery({ variables })

  useEffect(() => {
    const asked = JSON.stringify(operation?.variables) === JSON.stringify(variables)
    if (!data?.tickets || !asked) return
    dispatch({ type: after ? 'older-tickets' : 'newest-tickets', page: data.tickets })
    const next = stoppedAt(data.tickets, pageSize)
    if (next !== null) setPage({ filter, after: next })
  }, [data])

  function reload(): void {
    if (after) setPage({ filter, after: null })
    else query()
  }
  usePoll(reload)

  const failed = !fetching && !!(error ?? (data && !data.tickets))
  return {
    fetching,
    failed: failed ? (after ? 'older' : 'newest') : undefined,
    again: () => query(),
    reload,
    more: () => (after === older ? query() : setPage({ filter, after: older })),
  }
}
