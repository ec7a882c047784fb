import { useEffect, useState } from 'preact/hooks'
import { useTicketsQuery } from '../../graphql/hooks.ts'
import type { Ticket } from '../state/state.ts'

interface Found {
  search: string
  tickets: Ticket[]
  older: string | null
}

/** What the server finds, page by page; the last finding stays in view while the next is under way. */
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
    const { hasNextPage, endCursor } = page.pageInfo
    // A search stops in time, maybe before it has found anything.
    if (hasNextPage && page.edges.length === 0) {
      setRequest({ search, after: endCursor ?? null })
      return
    }
    const tickets = page.edges.map((edge) => edge.node)
    const older = hasNextPage ? endCursor : null
    setFound((held) => ({
      search,
      older,
      tickets: variables.after && held?.search === search ? [...held.tickets, ...tickets] : tickets,
    }))
  }, [data, fetching])

  return {
    found: found?.tickets,
    older: found?.older ?? null,
    fetching,
    failed: !!error && !fetching,
    more: () => setRequest({ search, after: found?.older ?? null }),
    again: () => again({ requestPolicy: 'network-only' }),
  }
}
