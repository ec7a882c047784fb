import type { Prisma } from '../../../prisma/generated/client/client.ts'
import { type Context, callerId, member } from '../../api/context.ts'
import type { pageOf } from '../../api/pagination.ts'
import { Turnstile } from '../../cost/turnstile.ts'
import { db } from '../../database/db.ts'
import { newestActivity, type Order } from '../list/order.ts'
import { type ListedTicket, numberIn, type Search, searchTickets } from './search.ts'
import { through, ticketsWithWords } from './search-index.ts'

type Page = ReturnType<typeof pageOf>

/** The query for up to `take` tickets of a page, from the beginning of the page or after a ticket. */
type Span = (from: ListedTicket | null, take: number) => ReturnType<typeof spanQuery>

export function spanOf(where: Prisma.TicketWhereInput, order: Order, page: Page): Span {
  const { after, before, inverted } = page
  const bounds = [
    ...(after ? [order.beyond(after, 'after')] : []),
    ...(before ? [order.beyond(before, 'before')] : []),
  ]
  return (from, take) => {
    const rest = from ? [order.beyond(cursorAt(from), inverted ? 'before' : 'after')] : []
    return spanQuery([where, ...bounds, ...rest], order.orderBy(inverted), take)
  }
}

const spanQuery = (
  conditions: Prisma.TicketWhereInput[],
  orderBy: ReturnType<Order['orderBy']>,
  take: number,
) => ({ where: { AND: conditions }, orderBy, take })

/** A search is ordered by newest activity. */
export const cursorAt = ({ lastActivityAt, id }: ListedTicket) =>
  newestActivity.cursorOf({ lastActivityAt, id })

/** One search per caller at a time: between them, others use the database. */
const searches = new Turnstile()

/** Ids of the tickets that a search finds for a page, and where it stopped. */
export function searchPage(search: Search, span: Span, { limit, inverted }: Page, context: Context) {
  const { kind, websiteId } = member(context)
  const select = { id: true, lastActivityAt: true, messageCount: true } as const
  const walk = (from: ListedTicket | null, take: number) =>
    db.ticket.findMany({ ...span(from, take), select })
  async function byWords() {
    const ids = await ticketsWithWords(websiteId, search.text)
    if (!ids) return null
    return through(inverted ? ids.toReversed() : ids, (from, some) => {
      const { where, ...rest } = span(from, some.length)
      return db.ticket.findMany({ where: { AND: [where, { id: { in: some } }] }, ...rest, select })
    })
  }
  return searches.run(callerId(context), 1, () =>
    searchTickets(search, limit, walk, kind === 'customer' ? undefined : byWords),
  )
}

/** The condition for the ticket with the searched number; null if there is none, and text is searched. */
export async function byNumber(where: Prisma.TicketWhereInput, search: Search) {
  const number = numberIn(search)
  if (number === null) return null
  const condition = { AND: [where, { number }] }
  const isThere = search.text.startsWith('#') || (await db.ticket.count({ where: condition })) > 0
  return isThere ? condition : null
}
