import { coded } from '../api/errors.ts'
import { db } from '../database/db.ts'
import { type Place, placeOf } from '../events/cursor.ts'
import type { Member } from '../identity/viewer.ts'
import { eventsFor } from './feed.ts'
import { listedFor } from './visibility.ts'

const maxTickets = 1_000
/** Milliseconds by which clocks and commits may be apart. */
const margin = 30_000

/**
 * Tickets of the viewer's, and those they were removed from, that changed after a place in the log or, by what is no
 * event, since a time, if there is one. Throws BAD_USER_INPUT where they are so many that reading the list again is less.
 */
export async function changesSince(
  viewer: Member,
  after: Place,
  since: Date | undefined,
): Promise<{ ids: string[]; newest: Place }> {
  const ids = new Set<string>()
  let newest = after
  for (;;) {
    const range = await eventsFor(viewer, { after: newest.position, limit: 500 })
    const select = { id: true, position: true, ticketId: true }
    const events = await db.ticketEvent.findMany({ ...range, select })
    for (const { ticketId } of events) ids.add(ticketId)
    const last = events.at(-1)
    if (!last) break
    newest = placeOf(last)
    if (ids.size > maxTickets) throw tooMany()
  }
  for (const id of since ? await touchedSince(viewer, since) : []) ids.add(id)
  if (ids.size > maxTickets) throw tooMany()
  return { ids: [...ids], newest }
}

async function touchedSince(viewer: Member, since: Date): Promise<string[]> {
  const from = { gte: new Date(Math.max(0, since.getTime() - margin)) }
  const touched = await db.ticket.findMany({
    where: { AND: [await listedFor(viewer), { updatedAt: from }] },
    select: { id: true },
    orderBy: { updatedAt: 'asc' },
    take: maxTickets + 1,
  })
  const ids = touched.map(({ id }) => id)
  if (viewer.kind !== 'customer') return ids
  const { websiteId, email } = viewer
  const left = await db.formerParticipant.findMany({ where: { websiteId, email, removedAt: from } })
  return [...ids, ...left.map(({ ticketId }) => ticketId)]
}

const tooMany = () =>
  coded(
    'BAD_USER_INPUT',
    'Too much has changed since this cursor: read the list again, and start with its cursor',
  )
