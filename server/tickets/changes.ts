import { coded } from '../api/errors.ts'
import { db } from '../database/db.ts'
import { internalTypes } from '../events/internal.ts'
import { type LogPlace, newestPlace, placeOf } from '../events/place.ts'
import type { Member } from '../identity/viewer.ts'
import { eventsFor } from './feed.ts'
import { listedFor } from './visibility.ts'

const maxTickets = 1_000
/** Milliseconds by which clocks and commits may be apart. */
const clockTolerance = 30_000

interface Changes {
  ids: string[]
  newest: LogPlace
}

/**
 * The viewer's tickets, and those they were removed from, that changed since a time. Every event also sets its ticket's
 * `updatedAt`, except one that is filled in later, which is no change, and internal ones after `after`. Throws BAD_USER_INPUT if there are so many that
 * rereading the list is cheaper.
 */
export async function changesSince(viewer: Member, since: Date, after: LogPlace): Promise<Changes> {
  // Read first: what is recorded meanwhile comes twice rather than never.
  const newest = await newestPlace(viewer)
  const from = { gte: new Date(Math.max(0, since.getTime() - clockTolerance)) }
  const touched = await db.ticket.findMany({
    where: { AND: [await listedFor(viewer), { updatedAt: from }] },
    select: { id: true },
    orderBy: { updatedAt: 'asc' },
    take: maxTickets + 1,
  })
  const others =
    viewer.kind === 'customer' ? await leftSince(viewer, from) : await internalAfter(viewer, after)
  return { ids: listOf([...touched.map(({ id }) => id), ...others]), newest }
}

/** The tickets of the events after a place, for a viewer who listens since shortly after it. Throws the same. */
export async function changesAfter(viewer: Member, place: LogPlace): Promise<Changes> {
  const range = await eventsFor(viewer, { after: place.position, limit: maxTickets + 1 })
  const select = { id: true, position: true, ticketId: true }
  const events = await db.ticketEvent.findMany({ ...range, select })
  const last = events.at(-1)
  return { ids: listOf(events.map(({ ticketId }) => ticketId)), newest: last ? placeOf(last) : place }
}

async function internalAfter(viewer: Member, place: LogPlace): Promise<string[]> {
  const types = [...internalTypes]
  const range = await eventsFor(viewer, { after: place.position, types, limit: maxTickets + 1 })
  const events = await db.ticketEvent.findMany({ ...range, select: { ticketId: true } })
  return events.map(({ ticketId }) => ticketId)
}

async function leftSince({ websiteId, email }: Member & { kind: 'customer' }, from: { gte: Date }) {
  const where = { websiteId, email, removedAt: from }
  const left = await db.formerParticipant.findMany({ where, take: maxTickets + 1 })
  return left.map(({ ticketId }) => ticketId)
}

/** Without duplicates. */
function listOf(ticketIds: string[]): string[] {
  if (ticketIds.length > maxTickets) {
    throw coded(
      'BAD_USER_INPUT',
      'Too many changes since this cursor: reload the list and use its `changeCursor`.',
    )
  }
  return [...new Set(ticketIds)]
}
