import { useEffect, useMemo, useState } from 'preact/hooks'
import { type Filter, ticketFilter } from '../../core/filter.ts'
import type { TicketList } from '../../core/rows.ts'
import { stoppedAt } from '../../core/stopped-search.ts'
import { withNewestPage, withOlderPage } from '../../core/tickets.ts'
import { useTicketsQuery } from '../../graphql/hooks.ts'
import { useDebounced } from '../../ui/form/use-debounced.ts'
import { useStore } from '../state/context.ts'
import type { Ticket } from '../state/state.ts'

interface Found extends TicketList<Ticket> {
  filter: Filter
}

/** Page size: `first` in operations.graphql. */
const pageSize = 25
/** Milliseconds: one change is often followed by another. */
const debounceTime = 500

/** The tickets that match, page by page; the last ones stay in view while others load. */
export function useFoundPages(filter: Filter) {
  const { state } = useStore()
  const [found, setFound] = useState<Found>()
  const [request, setRequest] = useState<{ filter: Filter; after: string | null }>({ filter, after: null })
  const variables = useMemo(() => ({ filter: ticketFilter(request.filter), after: request.after }), [request])
  const [{ data, error, fetching, operation }, again] = useTicketsQuery({ variables })
  const isCurrent = found?.filter === filter

  useEffect(() => setRequest({ filter, after: null }), [filter])

  useEffect(() => {
    const page = data?.tickets
    const { after } = request
    const answered = JSON.stringify(operation?.variables) === JSON.stringify(variables)
    if (!page || fetching || request.filter !== filter || !answered) return
    const loaded = isCurrent ? found : { tickets: [], older: null }
    const list = after ? withOlderPage(loaded, page) : withNewestPage(loaded, page)
    const next = stoppedAt(page, pageSize - (after ? loaded.tickets.length % pageSize : 0))
    // Only the end of a search shows that there are no results.
    if (next === null || list.tickets.length > 0)
      setFound({ filter, ...list, older: next === null ? list.older : null })
    if (next !== null) setRequest({ filter, after: next })
  }, [data, fetching])

  // Another ticket may match now. A search would cost more than it brings.
  const changed = useDebounced(state.tickets, debounceTime)
  useEffect(() => {
    if (!isCurrent || filter.search) return
    if (request.after) setRequest({ filter, after: null })
    else again({ requestPolicy: 'network-only' })
  }, [changed])

  return {
    found: found && current(found, state.tickets),
    older: found?.older ?? null,
    fetching,
    /** Whether it continues on its own to fill the page. */
    going: fetching && request.after !== null && !found?.older,
    failed: !!error && !fetching,
    more: () => setRequest({ filter, after: found?.older ?? null }),
    again: () => again({ requestPolicy: 'network-only' }),
  }
}

/** The same tickets as they are now, without those whose status no longer matches. */
function current({ filter: { view }, tickets }: Found, live: Ticket[]): Ticket[] {
  const changed = new Map(live.map((ticket) => [ticket.id, ticket]))
  return tickets
    .map((ticket) => changed.get(ticket.id) ?? ticket)
    .filter(({ status }) => view === 'ALL' || status === view)
}
