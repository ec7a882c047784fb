import { useClient } from '@urql/preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { type ConsoleAuditEventFragment, ConsoleAuditEventsDocument } from '../../../graphql/operations.ts'
import { useSettings } from '../context.ts'

interface Log {
  events: ConsoleAuditEventFragment[]
  /** The cursor of those before them; null when there are none. */
  older: string | null
}

/** Entries never change, so what is held stays, unless so much is new that there may be a gap. */
function withNewest(held: Log | undefined, newest: Log): Log {
  const known = new Set(newest.events.map(({ id }) => id))
  if (!held?.events.some(({ id }) => known.has(id))) return newest
  return { events: [...newest.events, ...held.events.filter(({ id }) => !known.has(id))], older: held.older }
}

export function useAuditEvents() {
  const client = useClient()
  const { website } = useSettings()
  const [log, setLog] = useState<Log>()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const held = useRef(log)
  held.current = log

  const load = useCallback(
    async (after: string | null) => {
      setBusy(true)
      setFailed(false)
      const { data } = await client.query(ConsoleAuditEventsDocument, { after }).toPromise()
      setBusy(false)
      const page = data?.website?.settings?.auditEvents
      if (!page) return setFailed(true)
      const events = page.edges.map(({ node }) => node)
      const older = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
      const before = after ? (held.current?.events ?? []) : []
      setLog(after ? { events: [...before, ...events], older } : withNewest(held.current, { events, older }))
    },
    [client],
  )

  // Every change to the website is an entry.
  useEffect(() => void load(null), [website, load])
  return { log, busy, failed, more: () => void load(log?.older ?? null) }
}
