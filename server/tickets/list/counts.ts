import type { Prisma } from '../../../prisma/generated/client/client.ts'
import type { TicketStatus } from '../../../prisma/generated/client/enums.ts'
import { db } from '../../database/db.ts'
import type { Member } from '../../identity/viewer.ts'
import { countUnread } from './unread.ts'

/** How many tickets a list has, and how many of them the viewer has not read. */
export interface Counts {
  total: () => Promise<number>
  unread: () => Promise<number>
}

/** Counts the tickets that meet a condition. */
export function countRows(where: Prisma.TicketWhereInput, viewer: Member): Counts {
  return { total: () => db.ticket.count({ where }), unread: () => countUnread(where, viewer) }
}

/**
 * For the team: all tickets, or those with one of the statuses, which `where` selects. Takes as long for millions as for
 * a few, except what a key has not read.
 */
export function countByStatus(
  viewer: Member,
  statuses: TicketStatus[] | null | undefined,
  where: Prisma.TicketWhereInput,
): Counts {
  const { websiteId } = viewer
  const sum = async (where: Prisma.TicketCountWhereInput) => {
    const status = statuses ? { in: [...new Set(statuses)] } : undefined
    const { _sum } = await db.ticketCount.aggregate({
      where: { ...where, websiteId, status },
      _sum: { change: true },
    })
    return _sum.change ?? 0
  }
  const isKey = viewer.kind === 'integration'
  return { total: () => sum({}), unread: () => (isKey ? countUnread(where, viewer) : sum({ unread: true })) }
}

/** Replaces many changes by the sum of a website's counts. */
export async function sumCounts(): Promise<void> {
  await db.$executeRaw`
    WITH "summed" AS (
      DELETE FROM "TicketCount" WHERE "websiteId" IN (
        SELECT "websiteId" FROM "TicketCount" GROUP BY "websiteId" HAVING count(*) > 50
      )
      RETURNING *
    )
    INSERT INTO "TicketCount" ("websiteId", "status", "unread", "change")
    SELECT "websiteId", "status", "unread", sum("change") FROM "summed"
    GROUP BY "websiteId", "status", "unread" HAVING sum("change") <> 0`
}
