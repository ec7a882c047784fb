import type { Client } from '@urql/core'
import { UnreadDocument } from '../../graphql/operations.ts'
import type { State } from '../state/state.ts'

/** Milliseconds until a failed count is repeated. */
const retryAfter = 5_000

let counted = ''
let retry: ReturnType<typeof setTimeout> | undefined

/** Reports how many of the customer's tickets are unread, when that may have changed. */
export async function reportUnread(
  client: Client,
  state: State,
  onCount: (count: number) => void,
): Promise<void> {
  const { tickets, older } = state
  const loaded = tickets.filter(({ unreadCount }) => unreadCount > 0).length
  const basis = JSON.stringify([loaded, older])
  if (basis === counted) return
  counted = basis
  clearTimeout(retry)
  const count = older === null ? loaded : await countAll(client)
  if (basis !== counted) return
  if (count !== null) return onCount(count)
  counted = ''
  retry = setTimeout(() => reportUnread(client, state, onCount), retryAfter)
}

/** Also those that are not loaded. */
async function countAll(client: Client): Promise<number | null> {
  const { data } = await client.query(UnreadDocument, {}, { requestPolicy: 'network-only' })
  return data?.tickets?.unreadCount ?? null
}
