import type { Prisma } from '../../../prisma/generated/client/client.ts'
import { builder } from '../../api/builder.ts'
import { member } from '../../api/context.ts'
import { coded } from '../../api/errors.ts'
import { localId } from '../../api/global-id.ts'
import { largestPage, pageCost } from '../../api/pagination.ts'
import { searchCost } from '../../api/prices.ts'
import { Customer } from '../../customers/customer.ts'
import { canonicalEmail, isEmail } from '../../identity/email.ts'
import { readSearch } from '../search/search.ts'
import { Ticket, TicketStatus } from '../ticket.ts'
import { listedFor } from '../visibility.ts'
import { countByStatus } from './counts.ts'
import { TicketFieldFilter, withValues } from './field-filter.ts'
import { newestActivity, orderNamed, TicketOrder } from './order.ts'
import { plannedPage } from './planned-list.ts'
import { TicketConnection, ticketPage } from './ticket-connection.ts'
import { unreadBy } from './unread.ts'

const TicketFilter = builder.inputType('TicketFilter', {
  description: 'Which tickets to list. A ticket must meet every condition; null conditions are ignored.',
  fields: (t) => ({
    statuses: t.field({
      type: [TicketStatus],
      description: 'Tickets with any of these statuses, at most 100.',
    }),
    categoryId: t.id({ description: 'Tickets of this category.' }),
    assigneeId: t.id({ description: 'Tickets assigned to this operator.' }),
    unassigned: t.boolean({
      description: 'True for unassigned tickets, false for assigned ones.',
    }),
    customerEmail: t.string({ description: 'Tickets of the customer with this email address.' }),
    fields: t.field({
      type: [TicketFieldFilter],
      description: 'Tickets with all of these values, at most 10.',
    }),
    unread: t.boolean({
      description: 'True for tickets with messages the caller has not read, false for those without.',
    }),
    createdAfter: t.field({ type: 'DateTime', description: 'Tickets opened after this time.' }),
    updatedAfter: t.field({
      type: 'DateTime',
      description:
        'Tickets changed after this time. A change can become visible seconds after its time: to miss none, follow ' +
        '`events`.',
    }),
    search: t.string({
      description:
        'A ticket number, with or without `#`, or text in the subject or the newest 1,000 messages, ignoring case; ' +
        'at most 200 characters. For the team, the customer’s name and address are searched as well, and beyond ' +
        'the newest few hundred tickets, only the beginnings of words match. A search pauses after about 300 ms: ' +
        '`hasNextPage` is then true, and `endCursor` continues it, even if nothing has been found yet.',
    }),
  }),
})

builder.queryField('tickets', (t) =>
  t.connection(
    {
      type: Ticket,
      description:
        'For customers, their own tickets and those they participate in; for operators and integrations, all ' +
        'tickets of the website.',
      nullable: true,
      authScopes: { readTickets: true },
      complexity: (args) => {
        const { field, multiplier } = pageCost(args)
        return { field: field + (args.filter?.search ? searchCost : 0), multiplier }
      },
      args: {
        filter: t.arg({ type: TicketFilter, description: 'Which tickets; null for all.' }),
        orderBy: t.arg({
          type: TicketOrder,
          defaultValue: 'ACTIVITY_NEWEST',
          description: 'Order of the tickets. With `search`, only ACTIVITY_NEWEST is accepted.',
        }),
      },
      resolve: async (_root, args, context, info) => {
        const viewer = member(context)
        const { unread, fields, ...filter } = args.filter ?? {}
        const order = orderNamed(args.orderBy)
        const search = readSearch(filter.search, viewer.kind !== 'customer')
        if (search && order !== newestActivity) {
          throw coded('BAD_USER_INPUT', 'Search results are ordered by newest activity: remove `orderBy`')
        }
        const { statuses, ...others } = filter
        const ofOrder = order.condition ? [order.condition] : []
        const ofReader = unread == null ? [] : [await unreadBy(viewer, unread)]
        const more = [...ofOrder, ...ofReader, ...withValues(fields ?? [], viewer.websiteId)]
        const onlyStatuses = conditions(others).length + more.length === 0
        if (onlyStatuses && !search && order === newestActivity) {
          const page = await plannedPage(viewer, args, statuses, info)
          if (page) return page as never
        }
        const where = { AND: [await listedFor(viewer), ...conditions(filter), ...more] }
        const counts =
          viewer.kind !== 'customer' && onlyStatuses ? countByStatus(viewer, statuses, where) : undefined
        return ticketPage({ where, search, order, counts }, args, context, info) as never
      },
    },
    TicketConnection,
  ),
)

builder.prismaObjectField(Customer, 'tickets', (t) =>
  t.connection(
    {
      type: Ticket,
      description: 'The customer’s tickets, newest activity first; null for customers.',
      nullable: true,
      authScopes: { readTickets: true },
      complexity: pageCost,
      resolve: (customer, args, context, info) => {
        const viewer = member(context)
        if (viewer.kind === 'customer') return null
        const where = { websiteId: viewer.websiteId, customerId: customer.id }
        return ticketPage({ where }, args, context, info) as never
      },
    },
    TicketConnection,
  ),
)

function conditions(filter: typeof TicketFilter.$inferInput): Prisma.TicketWhereInput[] {
  const { statuses, categoryId, assigneeId, unassigned, customerEmail, createdAfter, updatedAfter } = filter
  const all: Prisma.TicketWhereInput[] = []
  if (statuses && statuses.length > largestPage)
    throw coded('BAD_USER_INPUT', `\`statuses\` can have at most ${largestPage} items`)
  if (statuses) all.push({ status: { in: [...new Set(statuses)] } })
  if (categoryId != null) all.push({ categoryId: idOf('Category', categoryId) })
  if (assigneeId != null) all.push({ assigneeId: idOf('Operator', assigneeId) })
  if (unassigned != null) all.push({ assigneeId: unassigned ? null : { not: null } })
  if (customerEmail != null) all.push({ customer: { email: addressOf(customerEmail) } })
  if (createdAfter) all.push({ createdAt: { gt: createdAfter } })
  if (updatedAfter) all.push({ updatedAt: { gt: updatedAfter } })
  return all
}

function addressOf(text: string): string {
  const email = canonicalEmail(text)
  if (!isEmail(email)) throw coded('BAD_USER_INPUT', '`customerEmail` must be an email address')
  return email
}

function idOf(typename: string, text: string | number): string {
  const id = localId(typename, String(text))
  if (!id) throw coded('BAD_USER_INPUT', `\`filter\` needs a global id of type ${typename}`)
  return id
}
