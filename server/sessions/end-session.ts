import { db } from '../database/db.ts'
import { inBatches } from '../database/in-batches.ts'
import type { Claims } from '../identity/session.ts'
import { forgetWebsiteAccess } from '../identity/website.ts'

/** Ends a console session everywhere: its cookie, its tokens and its sockets are refused within seconds. */
export async function endSession({ sessionId, websiteId, renewUntil }: Claims): Promise<void> {
  if (!sessionId) return
  const ended = { id: sessionId, websiteId, expiresAt: new Date(renewUntil) }
  await db.endedSession.createMany({ data: [ended], skipDuplicates: true })
  forgetWebsiteAccess(websiteId)
}

/** Deletes records that have no more effect: those sessions have expired. */
export async function forgetEndedSessions(): Promise<void> {
  const where = { expiresAt: { lt: new Date() } }
  await inBatches((limit) => db.endedSession.deleteMany({ where, limit }))
}
