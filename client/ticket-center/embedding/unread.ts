import type { Client } from '@urql/core'
import { UnreadDocument } from '../../graphql/operations.ts'
import type { State } from '../state/state.ts'

let counted = ''

/** Reports how many of the customer's tickets are unread, when that may have changed. */
export async function reportUnread(
  client: Client,
  { tickets, older }: State,
  onCount: (count: number) => void,
): Promise<void> {
  const loaded = tickets.filter(({ unreadCount }) => unreadCount > 0).length
  const basis = JSON.stringify([loaded, older])
  if (basis === counted) return
  counted = basis
  const count = older === null ? loaded : await countAll(client)
  if (basis === counted && count !== null) onCount(count)
}

/** Also those that are not loaded. */
async function countAll(client: Client): Promise<number | null> {
  const { data } = await client.query(UnreadDocument, {}, { requestPolicy: 'network-only' })
  return data?.tickets?.unreadCount ?? null
}
