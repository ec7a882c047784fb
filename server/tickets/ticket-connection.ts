import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import { z } from 'zod'
import type { Prisma } from '../../prisma/generated/client/client.ts'
import { isUuid } from '../access/uuid.ts'
import type { Member } from '../access/viewer.ts'
import { builder } from '../builder.ts'
import { type Context, callerId, member } from '../context.ts'
import { countCost } from '../cost/prices.ts'
import { Turnstile } from '../cost/turnstile.ts'
import { db } from '../db.ts'
import { connectionOf, decodeCursor, encodeCursor, type PageArguments } from '../pagination.ts'
import { numberIn, type Place, type Search, searchTickets } from './search.ts'
import { Ticket } from './ticket.ts'

interface Counted {
  /** Null for a search. */
  counted: Prisma.TicketWhereInput | null
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
        complexity: countCost,
        resolve: (connection) => {
          const { counted } = connection as unknown as Counted
          return counted && db.ticket.count({ where: counted })
        },
      }),
      unreadCount: t.int({
        description:
          'Number of these tickets, on all pages, with something that the caller has not read; null for a search.',
        nullable: true,
        complexity: countCost,
        resolve: (connection, _args, context) => {
          const { counted } = connection as unknown as Counted
          return counted && countUnread(counted, member(context))
        },
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

/** One search of a caller's at a time: it leaves the database to others in between. */
const searches = new Turnstile()

/** One page of the tickets that meet `where` and the search, by (last activity, id), newest first. */
export async function ticketPage(
  where: Prisma.TicketWhereInput,
  args: PageArguments,
  context: Context,
  info: GraphQLResolveInfo,
  search: Search | null = null,
) {
  const query = queryFromInfo({ context, info, typeName: 'Ticket', path: ['edges', 'node'] })
  const numbered = search && (await byNumber(where, search))
  let stoppedAt: Place | null = null
  const connection = await connectionOf<Row>(args, cursorOf, async ({ before, after, limit, inverted }) => {
    const direction = inverted ? ('asc' as const) : ('desc' as const)
    const orderBy = [{ lastActivityAt: direction }, { id: direction }]
    const page = (from: Place | null, take: number) => ({
      where: {
        AND: [
          numbered ?? where,
          ...(after ? [beyond(after, 'lt')] : []),
          ...(before ? [beyond(before, 'gt')] : []),
          ...(from ? [beyond(cursorOf(from), inverted ? 'gt' : 'lt')] : []),
        ],
      },
      orderBy,
      take,
    })
    if (!search || numbered) return db.ticket.findMany({ ...query, ...page(null, limit) })
    const found = await searches.run(callerId(context), 1, () =>
      searchTickets(search, limit, (from, take) =>
        db.ticket.findMany({
          ...page(from, take),
          select: { id: true, lastActivityAt: true, messageCount: true },
        }),
      ),
    )
    stoppedAt = found.stoppedAt
    // By the same rights once more: a ticket may have changed hands since.
    return db.ticket.findMany({ ...query, where: { AND: [where, { id: { in: found.ids } }] }, orderBy })
  })
  if (stoppedAt) Object.assign(connection?.pageInfo ?? {}, goesOn(args, cursorOf(stoppedAt)))
  return { ...connection, counted: search ? null : where }
}

/** The condition of the one ticket with the number that is searched for; null where there is none, and text is searched. */
async function byNumber(where: Prisma.TicketWhereInput, search: Search) {
  const number = numberIn(search)
  if (number === null) return null
  const condition = { AND: [where, { number }] }
  const isThere = search.text.startsWith('#') || (await db.ticket.count({ where: condition })) > 0
  return isThere ? condition : null
}

/** A page that was not filled, as there was no time: the next one begins where the search stopped. */
const goesOn = ({ last }: PageArguments, cursor: string) =>
  last == null ? { hasNextPage: true, endCursor: cursor } : { hasPreviousPage: true, startCursor: cursor }

type Row = Prisma.TicketGetPayload<object>

const cursorOf = ({ lastActivityAt, id }: Place) => encodeCursor(lastActivityAt.getTime(), id)

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
