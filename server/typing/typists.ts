import { listenToAll } from '../wakeups/deliver.ts'
import { publish } from '../wakeups/publish.ts'
import { topics } from '../wakeups/wake.ts'

/** Somebody who types a reply to a ticket. Nothing of it is stored in the database. */
export interface Typist {
  kind: 'customer' | 'operator'
  id: string
  /** Counts up: later than everything noted before. */
  turn: number
}

/** Milliseconds between two notices of the same typist, and until they count as having stopped. */
const interval = 2_000
const typingTimeout = 6_000

/** By ticket and typist. */
const typing = new Map<string, Map<string, Typist>>()
let turn = 0

listenToAll(({ typing: typed }) => {
  if (!typed) return
  const { ticketId, kind, id } = typed
  const ofTicket = typing.get(ticketId) ?? new Map<string, Typist>()
  const typist = { kind, id, turn: ++turn }
  typing.set(ticketId, ofTicket.set(id, typist))
  setTimeout(() => {
    if (ofTicket.get(id) === typist) ofTicket.delete(id)
    if (ofTicket.size === 0 && typing.get(ticketId) === ofTicket) typing.delete(ticketId)
  }, typingTimeout).unref()
})

/** Typists and tickets of which there was a notice just now. */
const noticed = new Set<string>()

/** Notifies subscribers in all processes, at most every two seconds for each typist and ticket. */
export function notice(ticketId: string, kind: Typist['kind'], id: string): void {
  const key = `${ticketId} ${id}`
  if (noticed.has(key)) return
  noticed.add(key)
  setTimeout(() => noticed.delete(key), interval).unref()
  publish({ topics: [topics.typing(ticketId)], typing: { ticketId, kind, id } })
}

/** Who has been noticed on a ticket after a turn and has not stopped. */
export const typistsAfter = (ticketId: string, turn: number): Typist[] =>
  [...(typing.get(ticketId)?.values() ?? [])].filter((typist) => typist.turn > turn)
