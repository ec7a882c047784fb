import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useClient } from '@urql/preact'
import { useEffect, useState } from 'preact/hooks'
import {
  type Dated,
  type History,
  type HistoryPage,
  missingHistory,
  withNewestHistory,
  withOlderHistory,
} from '../../core/history.ts'
import type { TicketLinksFragment } from '../../graphql/operations.ts'
import { useDebounced } from '../../ui/form/use-debounced.ts'

interface Options<Item> {
  /** The app’s own query. */
  document: TypedDocumentNode<
    { ticket: (TicketLinksFragment & { events: HistoryPage<Item> }) | null },
    { id: string; before?: string | null }
  >
  /** A new object whenever the ticket changed or was refetched. */
  ticket: { id: string }
  messages: Dated[]
}

/** Milliseconds: one change is often followed by another. */
const debounceTime = 500

/**
 * A ticket’s history as far back as its messages are loaded, and the tickets before and after it. Refetched soon after
 * the ticket changes.
 */
export function useHistoryLines<Item extends Dated & { id: string }>({
  document,
  ticket,
  messages,
}: Options<Item>): { lines: Item[]; links: TicketLinksFragment | undefined } {
  const client = useClient()
  const [history, setHistory] = useState<History<Item>>()
  const [links, setLinks] = useState<TicketLinksFragment>()

  async function ask(before: string | null): Promise<void> {
    const { data } = await client.query(document, { id: ticket.id, before }).toPromise()
    if (!data?.ticket) return
    const page = data.ticket.events
    setLinks(data.ticket)
    setHistory((current) => {
      if (before === null) return withNewestHistory(current, page)
      return current?.older === before ? withOlderHistory(current, page) : current
    })
  }

  const changed = useDebounced(ticket, debounceTime)
  useEffect(() => void ask(null), [changed])
  const missing = missingHistory(history, messages[0])
  useEffect(() => {
    if (missing) void ask(missing)
  }, [missing])
  return { lines: history?.lines ?? [], links }
}
