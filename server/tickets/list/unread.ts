import type { Prisma } from '../../../prisma/generated/client/client.ts'
import { db } from '../../database/db.ts'
import type { CustomerViewer, Member } from '../../identity/viewer.ts'
import { unreadByKey } from '../key-read-mark.ts'

/** Condition of tickets that the viewer has not read; negated, of those they have. */
export async function unreadBy(viewer: Member, unread: boolean): Promise<Prisma.TicketWhereInput> {
  const condition = await unreadFor(viewer)
  return unread ? condition : { NOT: condition }
}

async function unreadFor(viewer: Member): Promise<Prisma.TicketWhereInput> {
  const { fields } = db.ticket
  if (viewer.kind === 'operator') return { messageCount: { gt: fields.teamReadPosition } }
  if (viewer.kind === 'integration') return unreadByKey(viewer.id)
  const shared = await sharedUnread(viewer, {})
  const own = { customerId: viewer.id, messageCount: { gt: fields.customerReadPosition } }
  return { OR: [own, { id: { in: shared } }] }
}

/** How many of the tickets that meet a condition the viewer has not read. */
export async function countUnread(where: Prisma.TicketWhereInput, viewer: Member): Promise<number> {
  const { fields } = db.ticket
  if (viewer.kind !== 'customer') return db.ticket.count({ where: { AND: [where, await unreadFor(viewer)] } })
  const own = { customerId: viewer.id, messageCount: { gt: fields.customerReadPosition } }
  const [count, shared] = await Promise.all([
    db.ticket.count({ where: { AND: [where, own] } }),
    sharedUnread(viewer, where),
  ])
  return count + shared.length
}

/** Ids of tickets shared with a customer that they have not read. */
async function sharedUnread({ websiteId, email }: CustomerViewer, ticket: Prisma.TicketWhereInput) {
  const shared = await db.participant.findMany({
    where: { websiteId, email, ticket },
    select: { ticketId: true, readPosition: true, ticket: { select: { messageCount: true } } },
  })
  return shared
    .filter(({ readPosition, ticket }) => readPosition < ticket.messageCount)
    .map(({ ticketId }) => ticketId)
}
