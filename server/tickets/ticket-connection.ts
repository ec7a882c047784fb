import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import { z } from 'zod'
import type { Prisma } from '../../prisma/generated/client/client.ts'
import { isUuid } from '../access/uuid.ts'
import type { Member } from '../access/viewer.ts'
import { builder } from '../builder.ts'
import { type Context, member } from '../context.ts'
import { db } from '../db.ts'
import { connectionOf, decodeCursor, encodeCursor, type PageArguments } from '../pagination.ts'
import { Ticket } from './ticket.ts'

interface Counted {
  where: Prisma.TicketWhereInput
}

export const TicketConnection = builder.connectionObject(
  {
    type: Ticket,
    name: 'TicketConnection',
    description: 'Tickets, newest activity first.',
    fields: (t) => ({
      totalCount: t.int({
        description: 'Number of tickets on all pages; null for a search, where it would need a scan.',
        nullable: true,
        resolve: (connection) => {
          const { where } = connection as unknown as Counted
          return JSON.stringify(where).includes('"contains"') ? null : db.ticket.count({ where })
        },
      }),
      unreadCount: t.int({
        description: 'Number of these tickets, on all pages, with something that the caller has not read.',
        resolve: (connection, _args, context) =>
          countUnread((connection as unknown as Counted).where, member(context)),
      }),
    }),
  },
  { name: 'TicketEdge', description: 'A ticket and its place in the list.' },
)

async function countUnread(where: Prisma.TicketWhereInput, viewer: Member): Promise<number> {
  const { fields } = db.ticket
  if (viewer.kind !== 'customer') {
    return db.ticket.count({ where: { AND: [where, { messageCount: { gt: fields.teamReadPosition } }] } })
  }
  const { websiteId, email, id: customerId } = viewer
  const [own, shared] = await Promise.all([
    db.ticket.count({
      where: { AND: [where, { customerId, messageCount: { gt: fields.customerReadPosition } }] },
    }),
    db.participant.findMany({
      where: { websiteId, email, ticket: where },
      select: { readPosition: true, ticket: { select: { messageCount: true } } },
    }),
  ])
  return own + shared.filter(({ readPosition, ticket }) => readPosition < ticket.messageCount).length
}

/** One page of the tickets that meet `where`, by (last activity, id), newest first. */
export async function ticketPage(
  where: Prisma.TicketWhereInput,
  args: PageArguments,
  context: Context,
  info: GraphQLResolveInfo,
) {
  const query = queryFromInfo({ context, info, typeName: 'Ticket', path: ['edges', 'node'] })
  const connection = await connectionOf<Row>(args, cursorOf, ({ before, after, limit, inverted }) =>
    db.ticket.findMany({
      ...query,
      where: {
        AND: [where, ...(after ? [beyond(after, 'lt')] : []), ...(before ? [beyond(before, 'gt')] : [])],
      },
      orderBy: inverted
        ? [{ lastActivityAt: 'asc' }, { id: 'asc' }]
        : [{ lastActivityAt: 'desc' }, { id: 'desc' }],
      take: limit,
    }),
  )
  return { ...connection, where }
}

type Row = Prisma.TicketGetPayload<object>

const cursorOf = ({ lastActivityAt, id }: Row) => encodeCursor(lastActivityAt.getTime(), id)

/** Time of the last activity, in milliseconds up to the year 9999, and id. */
const sortKey = z.tuple([z.int().min(0).max(253_402_300_799_999), z.string().refine(isUuid)])

function beyond(cursor: string, side: 'lt' | 'gt'): Prisma.TicketWhereInput {
  const [time, id] = decodeCursor(cursor, sortKey)
  const at = new Date(time)
  return {
    lastActivityAt: side === 'lt' ? { lte: at } : { gte: at },
    OR: [{ lastActivityAt: { [side]: at } }, { lastActivityAt: at, id: { [side]: id } }],
  }
}
