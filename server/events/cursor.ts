import { z } from 'zod'
import { coded } from '../api/errors.ts'
import { decodeCursor, encodeCursor } from '../api/pagination.ts'
import { db } from '../database/db.ts'
import { isUuid } from '../identity/uuid.ts'

/** A place in the log: an event’s, or the beginning. */
export interface Place {
  position: number
  /** The event’s, by which the log is known for the one that the position is of. */
  id: string
}

export const beginning: Place = { position: 0, id: '' }

const key = z.tuple([z.int().min(1), z.string().refine(isUuid)])

export const cursorOf = ({ position, id }: Place) => (position === 0 ? '' : encodeCursor(position, id))

/** The place in a cursor, unchecked. Throws BAD_USER_INPUT for a text that is no cursor of the log. */
export function readCursor(cursor: string): Place {
  if (cursor === '') return beginning
  const [position, id] = decodeCursor(cursor, key)
  return { position, id }
}

/**
 * The same, and when its event was. Throws BAD_USER_INPUT where the website’s log has another event there, or none: an
 * older database was restored, and what the caller has seen is not what there is.
 */
export async function findPlace(cursor: string, websiteId: string): Promise<Place & { createdAt: Date }> {
  const place = readCursor(cursor)
  if (place.position === 0) return { ...place, createdAt: new Date(0) }
  const event = await db.ticketEvent.findUnique({
    where: { position: place.position },
    select: { id: true, websiteId: true, createdAt: true },
  })
  if (event?.id !== place.id || event.websiteId !== websiteId) {
    throw coded('BAD_USER_INPUT', 'Unknown cursor: start again')
  }
  return { ...place, createdAt: event.createdAt }
}

/** The place of the website’s newest event. */
export async function newestPlace(websiteId: string): Promise<Place> {
  const newest = await db.ticketEvent.findFirst({
    where: { websiteId, position: { not: null } },
    orderBy: { position: 'desc' },
    select: { id: true, position: true },
  })
  return newest ? placeOf(newest) : beginning
}

export const placeOf = ({ id, position }: { id: string; position: bigint | null }): Place => ({
  id,
  position: Number(position),
})
