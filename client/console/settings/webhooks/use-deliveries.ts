import { useEffect, useState } from 'preact/hooks'
import { useConsoleDeliveriesQuery } from '../../../graphql/hooks.ts'
import type { ConsoleDeliveryFragment } from '../../../graphql/operations.ts'

/** Milliseconds until the newest deliveries are read again while some of them wait. */
const interval = 2_000

/** Deliveries of an endpoint, a page at a time. */
export function useDeliveries(id: string) {
  const [after, setAfter] = useState<string | null>(null)
  const [earlier, setEarlier] = useState<(string | null)[]>([])
  const [{ data, error, fetching }, query] = useConsoleDeliveriesQuery({
    variables: { id, after },
    requestPolicy: 'network-only',
  })
  const page = data?.node?.__typename === 'WebhookEndpoint' ? data.node.deliveries : undefined
  const deliveries: ConsoleDeliveryFragment[] | undefined = page?.edges.map(({ node }) => node)
  const waits = deliveries?.some(({ state }) => state === 'QUEUED') ?? false
  const refresh = () => query({ requestPolicy: 'network-only' })

  useEffect(() => {
    if (!waits || fetching) return
    const timer = setTimeout(refresh, interval)
    return () => clearTimeout(timer)
  }, [waits, fetching])

  function show(cursor: string | null, before: (string | null)[]): void {
    setEarlier(before)
    setAfter(cursor)
  }

  return {
    deliveries,
    failed: !fetching && !!(error ?? (data && !page)),
    refresh,
    /** Shows older ones; undefined if there are none. */
    older: page?.pageInfo.hasNextPage ? () => show(page.pageInfo.endCursor, [...earlier, after]) : undefined,
    /** Back to newer ones; undefined on the first page. */
    newer: earlier.length > 0 ? () => show(earlier.at(-1) ?? null, earlier.slice(0, -1)) : undefined,
  }
}
