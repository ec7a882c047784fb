import { useEffect, useRef, useState } from 'preact/hooks'
import { useConsoleAuditEventsQuery } from '../../../graphql/hooks.ts'
import type { ConsoleAuditEventFragment } from '../../../graphql/operations.ts'
import { useSettings } from '../context.ts'

interface Log {
  events: ConsoleAuditEventFragment[]
  /** The cursor for earlier entries; null when there are none. */
  older: string | null
}

/** Entries never change, so loaded ones stay, unless there are so many new ones that there may be a gap. */
function withNewest(loaded: Log | undefined, newest: Log): Log {
  const known = new Set(newest.events.map(({ id }) => id))
  if (!loaded?.events.some(({ id }) => known.has(id))) return newest
  return {
    events: [...newest.events, ...loaded.events.filter(({ id }) => !known.has(id))],
    older: loaded.older,
  }
}

export function useAuditEvents() {
  const { website } = useSettings()
  const [log, setLog] = useState<Log>()
  const [after, setAfter] = useState<string | null>(null)
  const [{ data, error, fetching, operation }, query] = useConsoleAuditEventsQuery({ variables: { after } })
  const known = useRef(website)

  useEffect(() => {
    const page = data?.website?.settings?.auditEvents
    if (!page) return
    const events = page.edges.map(({ node }) => node)
    const older = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    setLog((loaded) =>
      operation?.variables.after
        ? { events: [...(loaded?.events ?? []), ...events], older }
        : withNewest(loaded, { events, older }),
    )
  }, [data])

  // Every change to the website adds an entry.
  useEffect(() => {
    if (website === known.current) return
    known.current = website
    if (after === null) query()
    else setAfter(null)
  }, [website])

  return {
    log,
    busy: fetching,
    failed: !fetching && !!(error ?? (data && !data.website?.settings?.auditEvents)),
    more() {
      const next = log?.older ?? null
      if (next === after) query()
      else setAfter(next)
    },
  }
}
