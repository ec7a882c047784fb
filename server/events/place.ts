import { db } from '../database/db.ts'
import type { Member } from '../identity/viewer.ts'
import { internalTypes, seesInternal } from './internal.ts'

/** A place in the log: an event, or the beginning. */
export interface LogPlace {
  position: number
  /** The event's id, which shows whether the log still has the same event at this position. */
  id: string
}

export const beginning: LogPlace = { position: 0, id: '' }

export const placeOf = ({ id, position }: { id: string; position: bigint | null }): LogPlace => ({
  id,
  position: Number(position),
})

/** The place of the website’s newest event that the viewer may notice. */
export async function newestPlace(viewer: Pick<Member, 'kind' | 'websiteId'>): Promise<LogPlace> {
  const types = seesInternal(viewer) ? [] : [...internalTypes]
  const newest = await db.ticketEvent.findFirst({
    where: { websiteId: viewer.websiteId, position: { not: null }, type: { notIn: types } },
    orderBy: { position: 'desc' },
    select: { id: true, position: true },
  })
  return newest ? placeOf(newest) : beginning
}
