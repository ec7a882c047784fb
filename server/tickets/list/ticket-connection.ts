import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import type { Prisma } from '../../../prisma/generated/client/client.ts'
import { builder } from '../../api/builder.ts'
import { type Context, member } from '../../api/context.ts'
import { changeCursorOf } from '../../api/log-cursor.ts'
import { connectionOf, type PageArguments } from '../../api/pagination.ts'
import { countCost } from '../../api/prices.ts'
import { selectsPage } from '../../api/selects-page.ts'
import { db } from '../../database/db.ts'
import { recentPlace } from '../../events/tail.ts'
import type { Member } from '../../identity/viewer.ts'
import type { ListedTicket, Search } from '../search/search.ts'
import { byNumber, cursorAt, searchPage, spanOf } from '../search/search-page.ts'
import { Ticket } from '../ticket.ts'
import { type Counts, countRows } from './counts.ts'
import { newestActivity, type Order } from './order.ts'

interface Counted {
  /** Null for a search. */
  counts: Counts | null
  changeCursor: string
}

export const TicketConnection = builder.connectionObject(
  {
    type: Ticket,
    name: 'TicketConnection',
    description: 'A page of tickets.',
    fields: (t) => ({
      changeCursor: t.string({
        description:
          'Pass it as `after` to `ticketChanged` to receive every change since this page was read.',
        resolve: (connection) => (connection as unknown as Counted).changeCursor,
      }),
      totalCount: t.int({
        description: 'Number of tickets on all pages; null for a search.',
        nullable: true,
        complexity: countCost,
        resolve: (connection) => (connection as unknown as Counted).counts?.total(),
      }),
      unreadCount: t.int({
        description:
          'Number of tickets on all pages with messages the caller has not read; null for a search.',
        nullable: true,
        complexity: countCost,
        resolve: (connection) => (connection as unknown as Counted).counts?.unread(),
      }),
    }),
  },
  { name: 'TicketEdge', description: 'A ticket and its cursor.' },
)

/** The cursor from which to follow a page that is read afterwards. */
export async function changeCursorNow(viewer: Member): Promise<string> {
  const readAt = new Date()
  return changeCursorOf(await recentPlace(viewer), readAt)
}

interface Listing {
  where: Prisma.TicketWhereInput
  search?: Search | null
  order?: Order
  /** Known counts of the tickets that meet the condition. */
  counts?: Counts
}

/** One page of the tickets that meet the condition and the search, in this order. */
export async function ticketPage(
  { where, search = null, order = newestActivity, counts }: Listing,
  args: PageArguments,
  context: Context,
  info: GraphQLResolveInfo,
) {
  const viewer = member(context)
  const changeCursor = await changeCursorNow(viewer)
  const query = queryFromInfo({ context, info, typeName: 'Ticket', path: ['edges', 'node'] })
  const numbered = search && (await byNumber(where, search))
  let stoppedAt: ListedTicket | null = null

  const connection = await connectionOf<Row>(args, order.cursorOf, async (page) => {
    const span = spanOf(numbered ?? where, order, page)
    if (!selectsPage(info)) return []
    if (!search || numbered) return db.ticket.findMany({ ...query, ...span(null, page.limit) })
    const found = await searchPage(search, span, page, context)
    stoppedAt = found.stoppedAt
    // Check the rights again: a ticket may have changed since.
    const { orderBy } = span(null, page.limit)
    return db.ticket.findMany({ ...query, where: { AND: [where, { id: { in: found.ids } }] }, orderBy })
  })

  if (stoppedAt) Object.assign(connection.pageInfo, goesOn(args, cursorAt(stoppedAt)))
  return { ...connection, counts: search ? null : (counts ?? countRows(where, viewer)), changeCursor }
}

/** A page that could not be filled in time: the next one begins where the search stopped. */
const goesOn = ({ last }: PageArguments, cursor: string) =>
  last == null ? { hasNextPage: true, endCursor: cursor } : { hasPreviousPage: true, startCursor: cursor }

type Row = Prisma.TicketGetPayload<object>
