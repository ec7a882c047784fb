import { useEffect, useState } from 'preact/hooks'
import { stoppedAt } from '../../core/stopped-search.ts'
import { useTicketsQuery } from '../../graphql/hooks.ts'
import type { Ticket } from '../state/state.ts'

interface Found {
  search: string
  tickets: Ticket[]
  older: string | null
}

/** Page size: `first` in operations.graphql. */
const pageSize = 25

/** Search results, page by page; the last results stay in view while the next load. */
export function useSearchPages(search: string) {
  const [found, setFound] = useState<Found>()
  const [request, setRequest] = useState<{ search: string; after: string | null }>({ search, after: null })
  const [{ data, error, fetching, operation }, again] = useTicketsQuery({ variables: request })

  useEffect(() => {
    setRequest({ search, after: null })
  }, [search])

  useEffect(() => {
    const page = data?.tickets
    const variables = operation?.variables
    if (!page || fetching || variables?.search !== search) return
    const held = variables.after && found?.search === search ? found.tickets : []
    const tickets = [...held, ...page.edges.map((edge) => edge.node)]
    const next = stoppedAt(page, pageSize - (held.length % pageSize))
    const older = next === null && page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null
    // Only the end of a search shows that there are no results.
    if (next === null || tickets.length > 0) setFound({ search, older, tickets })
    if (next !== null) setRequest({ search, after: next })
  }, [data, fetching])

  return {
    found: found?.tickets,
    older: found?.older ?? null,
    fetching,
    /** Whether it continues by itself to fill the page. */
    going: fetching && request.after !== null && !found?.older,
    failed: !!error && !fetching,
    more: () => setRequest({ search, after: found?.older ?? null }),
    again: () => again({ requestPolicy: 'network-only' }),
  }
}
