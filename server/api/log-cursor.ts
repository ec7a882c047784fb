import { z } from 'zod'
import { db } from '../database/db.ts'
import { beginning, type LogPlace } from '../events/place.ts'
import { isUuid } from '../identity/uuid.ts'
import { coded } from './errors.ts'
import { decodeCursor, encodeCursor } from './pagination.ts'

const position = z.int().min(1)
const id = z.string().refine(isUuid)
/** Milliseconds since 1970, up to the year 9999. */
const time = z.int().min(0).max(253_402_300_799_999)

const name = z.literal('event')
/** Older cursors have no name. */
const key = z.union([z.tuple([position, id, name]), z.tuple([position, id])])
const changeKey = z.union([
  key,
  z.tuple([position, id, time]),
  z.tuple([z.literal(beginning.position), z.literal(beginning.id), time]),
])

/** It contains a name, so that a list of tickets, whose cursors are a number and an id, does not take it for one. */
export const cursorOf = ({ position, id }: LogPlace) => encodeCursor(position, id, name.value)

/** The place in a cursor, unchecked. Throws BAD_USER_INPUT for an invalid cursor. */
export function readCursor(cursor: string): LogPlace {
  if (cursor === '') return beginning
  const [position, id] = decodeCursor(cursor, key)
  return { position, id }
}

/** A place, and the time at which everything up to it had been read, including changes that are not events. */
export const changeCursorOf = ({ position, id }: LogPlace, readAt: Date) =>
  encodeCursor(position, id, readAt.getTime())

/**
 * The place in a cursor, and when it was read: for an event's cursor, the time of the event. Throws BAD_USER_INPUT like
 * `findPlace`.
 */
export async function findChangePlace(
  cursor: string,
  websiteId: string,
): Promise<{ place: LogPlace; readAt: Date }> {
  if (cursor === '') return { place: beginning, readAt: new Date(0) }
  const [position, id, last] = decodeCursor(cursor, changeKey)
  const time = typeof last === 'number' ? last : undefined
  const place = { position, id }
  const createdAt = position > 0 ? await whenAt(place, websiteId) : new Date(0)
  return { place, readAt: time === undefined ? createdAt : new Date(time) }
}

/**
 * The place in a cursor. Throws BAD_USER_INPUT if the website’s log has another event there, or none: an older database
 * was restored, and what the caller has seen no longer exists.
 */
export async function findPlace(cursor: string, websiteId: string): Promise<LogPlace> {
  const place = readCursor(cursor)
  if (place.position > 0) await whenAt(place, websiteId)
  return place
}

async function whenAt(place: LogPlace, websiteId: string): Promise<Date> {
  const event = await db.ticketEvent.findUnique({
    where: { position: place.position },
    select: { id: true, websiteId: true, createdAt: true },
  })
  if (event?.id !== place.id || event.websiteId !== websiteId) {
    throw coded('BAD_USER_INPUT', 'Unknown cursor: start again')
  }
  return event.createdAt
}
