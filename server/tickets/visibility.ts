import type { Prisma } from '../../prisma/generated/client/client.ts'
import { noRows } from '../api/conditions.ts'
import { db } from '../database/db.ts'
import { scopesOf } from '../identity/scopes.ts'
import type { Member } from '../identity/viewer.ts'

/** Condition under which the viewer may see a ticket that is looked up by id or number. */
export function visibleTo(viewer: Member): Prisma.TicketWhereInput {
  const { websiteId } = viewer
  if (viewer.kind !== 'customer') return scopesOf(viewer).readTickets ? { websiteId } : noRows
  return { websiteId, OR: [{ customerId: viewer.id }, { participants: { some: { email: viewer.email } } }] }
}

/**
 * The same for lists. Shared tickets are read first: the database cannot use its index on one customer's tickets if the
 * condition also includes participants.
 */
export async function listedFor(viewer: Member): Promise<Prisma.TicketWhereInput> {
  if (viewer.kind !== 'customer') return visibleTo(viewer)
  const { websiteId, email } = viewer
  const shared = await db.participant.findMany({ where: { websiteId, email }, select: { ticketId: true } })
  const own = { customerId: viewer.id }
  return shared.length === 0 ? own : { OR: [own, { id: { in: shared.map(({ ticketId }) => ticketId) } }] }
}

/** Condition under which the viewer may manage a ticket: set its status, add and remove participants. */
export function managedBy(viewer: Member): Prisma.TicketWhereInput {
  return viewer.kind === 'customer'
    ? { websiteId: viewer.websiteId, customerId: viewer.id }
    : visibleTo(viewer)
}

interface Seen {
  websiteId: string
  customerId: string
  participants: { email: string }[]
}

/** `visibleTo` of a ticket that is at hand, with all its participants. */
export function sees(viewer: Member, { websiteId, customerId, participants }: Seen): boolean {
  if (viewer.websiteId !== websiteId) return false
  if (viewer.kind !== 'customer') return scopesOf(viewer).readTickets
  return viewer.id === customerId || participants.some(({ email }) => email === viewer.email)
}

/** `managedBy` of a ticket that the viewer sees. */
export const manages = (viewer: Member, { customerId }: Pick<Seen, 'customerId'>): boolean =>
  viewer.kind !== 'customer' || viewer.id === customerId
