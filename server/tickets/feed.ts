import { Prisma } from '../../prisma/generated/client/client.ts'
import { db } from '../database/db.ts'
import type { CustomerViewer, Member } from '../identity/viewer.ts'
import { shownTypes } from './events/ticket-event.ts'
import { visibleTo } from './visibility.ts'

interface Range {
  /** Exclusive positions. */
  after?: number
  before?: number
  ticketId?: string
  types?: string[] | null
  limit: number
  /** Newest first. */
  inverted?: boolean
}

/**
 * Condition and order of the events in a range that the viewer may see.
 */
export async function eventsFor(viewer: Member, range: Range) {
  const types = shownTypes(viewer, range.types ?? undefined)
  const orderBy = { position: range.inverted ? ('desc' as const) : ('asc' as const) }
  return { where: await condition(viewer, range, types), orderBy, take: range.limit }
}

async function condition(
  viewer: Member,
  range: Range,
  types: string[],
): Promise<Prisma.TicketEventWhereInput> {
  const { after = 0, before, ticketId } = range
  const inRange = { position: { gt: after, lt: before }, type: { in: types } }
  if (ticketId) return { ...inRange, ticketId, ticket: visibleTo(viewer) }
  if (viewer.kind !== 'customer') return { ...inRange, websiteId: viewer.websiteId }
  return { id: { in: await idsForCustomer(viewer, range, types) }, ticket: visibleTo(viewer) }
}

/** By ticket, as few of a website’s events are theirs: for an ordered page the planner would read all of them. */
async function idsForCustomer(
  { id, websiteId, email }: CustomerViewer,
  { after = 0, before, limit, inverted }: Range,
  types: string[],
): Promise<string[]> {
  const end = before === undefined ? Prisma.empty : Prisma.sql`AND "position" < ${before}`
  const order = inverted ? Prisma.sql`DESC` : Prisma.sql`ASC`
  const found = await db.$queryRaw<{ id: string }[]>`
    WITH "mine" AS MATERIALIZED (
      SELECT "id" FROM "Ticket" WHERE "customerId" = ${id}::uuid
      UNION SELECT "ticketId" FROM "Participant" WHERE "websiteId" = ${websiteId}::uuid AND "email" = ${email}
    )
    SELECT "event"."id" FROM "mine" JOIN "TicketEvent" AS "event" ON "event"."ticketId" = "mine"."id"
    WHERE "position" > ${after} ${end} AND "type" = ANY(${types})
    ORDER BY "position" ${order} LIMIT ${limit}`
  return found.map(({ id }) => id)
}
