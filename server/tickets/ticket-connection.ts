import { queryFromInfo } from '@pothos/plugin-prisma'
import { resolveCursorConnection } from '@pothos/plugin-relay'
import type { GraphQLResolveInfo } from 'graphql'
import type { Prisma } from '../../prisma/generated/client/client.ts'
import type { Member } from '../access/viewer.ts'
import { builder } from '../builder.ts'
import { type Context, member } from '../context.ts'
import { db } from '../db.ts'
import { checkPage, decodeTimeCursor, defaultPage, encodeCursor, largestPage } from '../pagination.ts'
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

interface Page {
  first?: number | null
  after?: string | null
  last?: number | null
  before?: string | null
}

/** One page of the tickets that meet `where`, by (last activity, id), newest first. */
export async function ticketPage(
  where: Prisma.TicketWhereInput,
  args: Page,
  context: Context,
  info: GraphQLResolveInfo,
) {
  checkPage(args)
  const query = queryFromInfo({ context, info, typeName: 'Ticket', path: ['edges', 'node'] })
  const connection = await resolveCursorConnection(
    { args, defaultSize: defaultPage, maxSize: largestPage, toCursor: (ticket) => cursorOf(ticket as Row) },
    ({ before, after, limit, inverted }): Promise<Row[]> =>
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

function beyond(cursor: string, side: 'lt' | 'gt'): Prisma.TicketWhereInput {
  const { at, id } = decodeTimeCursor(cursor)
  return {
    lastActivityAt: side === 'lt' ? { lte: at } : { gte: at },
    OR: [{ lastActivityAt: { [side]: at } }, { lastActivityAt: at, id: { [side]: id } }],
  }
}
