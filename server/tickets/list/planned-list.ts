import type { GraphQLResolveInfo } from 'graphql'
import type { TicketStatus } from '../../../prisma/generated/client/enums.ts'
import { connectionOf, type PageArguments } from '../../api/pagination.ts'
import { Answers } from '../../api/planned/answers.ts'
import { whole } from '../../api/planned/whole-rows.ts'
import { planned } from '../../database/planned.ts'
import { scopesOf } from '../../identity/scopes.ts'
import type { CustomerViewer, Member } from '../../identity/viewer.ts'
import {
  type PeopleRow,
  peopleColumns,
  peopleFields,
  peopleOf,
  type TicketRow,
  ticketColumns,
  ticketFields,
  valuesColumn,
  valuesFields,
  withPeople,
} from '../rows.ts'
import { newestActivity } from './order.ts'
import { changeCursorNow } from './ticket-connection.ts'

const page = [
  ...['TicketConnection.changeCursor', 'TicketConnection.edges', 'TicketConnection.pageInfo'],
  ...['TicketEdge.node', 'TicketEdge.cursor', 'PageInfo.startCursor', 'PageInfo.endCursor'],
  ...['PageInfo.hasNextPage', 'PageInfo.hasPreviousPage'],
]
const answers = {
  customer: new Answers(...page, ...ticketFields),
  team: new Answers(...page, ...ticketFields, ...peopleFields, ...valuesFields),
}

const newestFirst = 'ORDER BY t."lastActivityAt" DESC, t."id" DESC'
/** Before the first page: later than any ticket. */
const beginning = { at: 'infinity' as const, id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
const after = (at: string, id: string) => `(t."lastActivityAt", t."id") < (${at}::timestamptz, ${id}::uuid)`

type Page = [at: Date | 'infinity', id: string, limit: number]

/** The customer's own tickets and those shared with them: each by its index, and no more than a page of each. */
const ofCustomer = planned<
  [customerId: string, websiteId: string, email: string, ...Page],
  TicketRow & { readPosition: number | null }
>(
  `SELECT * FROM (
    (SELECT ${ticketColumns}, NULL::int AS "readPosition" FROM "Ticket" t
      WHERE t."customerId" = $1 AND ${after('$4', '$5')} ${newestFirst} LIMIT $6)
    UNION ALL
    (SELECT ${ticketColumns}, p."readPosition" FROM "Participant" p JOIN "Ticket" t ON t."id" = p."ticketId"
      WHERE p."websiteId" = $2 AND p."email" = $3 AND t."customerId" <> $1 AND ${after('$4', '$5')}
      ${newestFirst} LIMIT $6)
  ) t ${newestFirst} LIMIT $6`,
)

const ofWebsite = planned<[websiteId: string, ...Page], PeopleRow>(pageOfWebsite(''))
const ofStatus = planned<[websiteId: string, ...Page, status: TicketStatus], PeopleRow>(
  pageOfWebsite('AND t."status" = $5::"TicketStatus"'),
)

function pageOfWebsite(condition: string): string {
  const tickets = `(SELECT * FROM "Ticket" t WHERE t."websiteId" = $1 AND ${after('$2', '$3')} ${condition}
    ${newestFirst} LIMIT $4) t`
  return `SELECT ${ticketColumns}, ${peopleColumns}, ${valuesColumn} FROM ${peopleOf(tickets)} ${newestFirst}`
}

/**
 * The newest tickets that the viewer may list, or for the team those with one status; null if the statements do not
 * cover it.
 */
export async function plannedPage(
  viewer: Member,
  args: PageArguments,
  statuses: readonly TicketStatus[] | null | undefined,
  info: GraphQLResolveInfo,
) {
  const isCustomer = viewer.kind === 'customer'
  if (args.before != null || args.last != null || !scopesOf(viewer).readTickets) return null
  if (statuses && (isCustomer || statuses.length !== 1)) return null
  if (!answers[isCustomer ? 'customer' : 'team'].cover(info)) return null
  const changeCursor = await changeCursorNow(viewer)
  const connection = await connectionOf<TicketRow>(args, newestActivity.cursorOf, ({ after, limit }) => {
    const { at, id } = after ? newestActivity.timeAndId(after) : beginning
    return isCustomer ? ownPage(viewer, at, id, limit) : websitePage(viewer, statuses?.[0], at, id, limit)
  })
  return { ...connection, changeCursor }
}

async function ownPage({ id: customerId, websiteId, email }: CustomerViewer, ...page: Page) {
  const rows = await ofCustomer(customerId, websiteId, email, ...page)
  return rows.map((row) => {
    const { readPosition } = row
    const participants = readPosition === null ? [] : [{ email, readPosition }]
    return Object.assign(row, whole, { participants })
  })
}

async function websitePage({ websiteId }: Member, status: TicketStatus | undefined, ...page: Page) {
  const rows = status ? await ofStatus(websiteId, ...page, status) : await ofWebsite(websiteId, ...page)
  return rows.map(withPeople)
}
