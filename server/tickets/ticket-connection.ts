import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import type { Prisma } from '../../prisma/generated/client/client.ts'
import { builder } from '../api/builder.ts'
import { type Context, callerId, member } from '../api/context.ts'
import { connectionOf, type PageArguments } from '../api/pagination.ts'
import { countCost } from '../api/prices.ts'
import { selectsPage } from '../api/selects-page.ts'
import { Turnstile } from '../cost/turnstile.ts'
import { db } from '../database/db.ts'
import { changeCursorOf } from '../events/cursor.ts'
import { recentPlace } from '../events/tail.ts'
import type { Member } from '../identity/viewer.ts'
import { type Counts, countRows } from './counts.ts'
import { newestActivity, type Order } from './order.ts'
import { numberIn, type Place, type Search, searchTickets } from './search.ts'
import { through, ticketsWithWords } from './search-index.ts'
import { Ticket } from './ticket.ts'

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
export async function changeCursorNow({ websiteId }: Member): Promise<string> {
  const readAt = new Date()
  return changeCursorOf(await recentPlace(websiteId), readAt)
}

/** One search per caller at a time: between them, others use the database. */
const searches = new Turnstile()

interface Listing {
  search?: Search | null
  order?: Order
  /** Known counts of the tickets that meet the condition. */
  counts?: Counts
}

/** One page of the tickets that meet `where` and the search, in this order. */
export async function ticketPage(
  where: Prisma.TicketWhereInput,
  args: PageArguments,
  context: Context,
  info: GraphQLResolveInfo,
  { search = null, order = newestActivity, counts = countRows(where, member(context)) }: Listing = {},
) {
  const viewer = member(context)
  const { beyond } = order
  const changeCursor = await changeCursorNow(viewer)
  const query = queryFromInfo({ context, info, typeName: 'Ticket', path: ['edges', 'node'] })
  const numbered = search && (await byNumber(where, search))
  let stoppedAt: Place | null = null
  const connection = await connectionOf<Row>(
    args,
    order.cursorOf,
    async ({ before, after, limit, inverted }) => {
      const orderBy = order.orderBy(inverted)
      const bounds = [
        ...(after ? [beyond(after, 'after')] : []),
        ...(before ? [beyond(before, 'before')] : []),
      ]
      if (!selectsPage(info)) return []
      const page = (from: Place | null, take: number) => ({
        where: {
          AND: [
            numbered ?? where,
            ...bounds,
            ...(from ? [beyond(activityCursor(from), inverted ? 'before' : 'after')] : []),
          ],
        },
        orderBy,
        take,
      })
      if (!search || numbered) return db.ticket.findMany({ ...query, ...page(null, limit) })
      const select = { id: true, lastActivityAt: true, messageCount: true } as const
      const walk = (from: Place | null, take: number) => db.ticket.findMany({ ...page(from, take), select })
      const byWords = async () => {
        const ids = await ticketsWithWords(viewer.websiteId, search.text)
        return (
          ids &&
          through(inverted ? ids.toReversed() : ids, (from, ids) => {
            const { where, ...rest } = page(from, ids.length)
            return db.ticket.findMany({ ...rest, where: { AND: [where, { id: { in: ids } }] }, select })
          })
        )
      }
      const found = await searches.run(callerId(context), 1, () =>
        searchTickets(search, limit, walk, viewer.kind === 'customer' ? undefined : byWords),
      )
      stoppedAt = found.stoppedAt
      // Check the rights again: a ticket may have changed since.
      return db.ticket.findMany({ ...query, where: { AND: [where, { id: { in: found.ids } }] }, orderBy })
    },
  )
  if (stoppedAt) Object.assign(connection?.pageInfo ?? {}, goesOn(args, activityCursor(stoppedAt)))
  return { ...connection, counts: search ? null : counts, changeCursor }
}

/** The condition for the ticket with the searched number; null if there is none, and text is searched. */
async function byNumber(where: Prisma.TicketWhereInput, search: Search) {
  const number = numberIn(search)
  if (number === null) return null
  const condition = { AND: [where, { number }] }
  const isThere = search.text.startsWith('#') || (await db.ticket.count({ where: condition })) > 0
  return isThere ? condition : null
}

/** A page that could not be filled in time: the next one begins where the search stopped. */
const goesOn = ({ last }: PageArguments, cursor: string) =>
  last == null ? { hasNextPage: true, endCursor: cursor } : { hasPreviousPage: true, startCursor: cursor }

type Row = Prisma.TicketGetPayload<object>

/** A search is ordered by newest activity. */
const activityCursor = ({ lastActivityAt, id }: Place) => newestActivity.cursorOf({ lastActivityAt, id })
