import { Prisma } from '../../prisma/generated/client/client.ts'
import type { Transaction } from '../database/db.ts'
import { rows } from '../database/rows.ts'
import { plannedWebsite } from '../websites/planned-website.ts'

interface Solved {
  id: string
  websiteId: string
  solvedAt: Date | null
}

const day = 24 * 60 * 60_000

/** Whether the website has closed tickets: solved for so long that customers' replies open a follow-up. */
export async function closesTickets(websiteId: string): Promise<boolean> {
  const website = await plannedWebsite(websiteId)
  return typeof website?.followUpAfterDays === 'number'
}

/** Whether a locked ticket is closed. */
export async function isClosed(tx: Transaction, { websiteId, solvedAt }: Solved): Promise<boolean> {
  if (!solvedAt) return false
  const { followUpAfterDays: days } = await tx.website.findUniqueOrThrow({
    where: { id: websiteId },
    select: { followUpAfterDays: true },
  })
  return days !== null && solvedAt.getTime() < Date.now() - days * day
}

/**
 * Locks the website if the ticket is closed, before the ticket itself: a follow-up takes the website's next number.
 * Returns whether it was closed then.
 */
export async function lockIfClosed(tx: Transaction, ticket: Omit<Solved, 'solvedAt'>): Promise<boolean> {
  const closed = await rows(
    Prisma.sql`
      SELECT FROM "Website" w JOIN "Ticket" t ON t."websiteId" = w."id"
      WHERE w."id" = ${ticket.websiteId}::uuid AND t."id" = ${ticket.id}::uuid
      AND t."solvedAt" < ${new Date()}::timestamptz - make_interval(days => w."followUpAfterDays")
      FOR UPDATE OF w`,
    tx,
  )
  return closed.length > 0
}
