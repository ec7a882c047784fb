import type { Prisma } from '../../prisma/generated/client/client.ts'
import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { coded } from '../api/errors.ts'
import { localId } from '../api/global-id.ts'
import { largestPage, pageCost } from '../api/pagination.ts'
import { searchCost } from '../cost/prices.ts'
import { Customer } from '../customers/customer.ts'
import { canonicalEmail, isEmail } from '../identity/email.ts'
import { orderNamed, TicketOrder } from './order.ts'
import { readSearch } from './search.ts'
import { Ticket, TicketStatus } from './ticket.ts'
import { TicketConnection, ticketPage } from './ticket-connection.ts'
import { unreadBy } from './unread.ts'
import { listedFor } from './visibility.ts'

const TicketFilter = builder.inputType('TicketFilter', {
  description: 'Which tickets to list. Conditions add up; one that is absent or null admits all.',
  fields: (t) => ({
    statuses: t.field({ type: [TicketStatus], description: 'Any of these statuses.' }),
    categoryId: t.id({ description: 'This category.' }),
    assigneeId: t.id({ description: 'Assigned to this operator.' }),
    unassigned: t.boolean({
      description: 'True: assigned to nobody. False: assigned to somebody. Null: either.',
    }),
    customerEmail: t.string({ description: 'Opened by this address.' }),
    unread: t.boolean({
      description: 'True: with something that the caller has not read. False: with nothing. Null: either.',
    }),
    createdAfter: t.field({ type: 'DateTime', description: 'Opened after this time.' }),
    updatedAfter: t.field({
      type: 'DateTime',
      description:
        'Changed after this time. A change may appear seconds after its time: to miss none, follow `events`.',
    }),
    search: t.string({
      description:
        'A ticket’s number, with or without `#`; else text in the subject or in one of its newest 1,000 messages, in any case, ' +
        'for the team also in the customer’s name or address. A search stops after some 300 ms: `hasNextPage` is true ' +
        'then, and `endCursor` is where it goes on, also when it has found nothing yet.',
    }),
  }),
})

builder.queryField('tickets', (t) =>
  t.connection(
    {
      type: Ticket,
      description:
        'A customer’s own tickets and those shared with them; an operator’s or integration’s: the website’s.',
      nullable: true,
      authScopes: { readTickets: true },
      complexity: (args) => {
        const { field, multiplier } = pageCost(args)
        return { field: field + (args.filter?.search ? searchCost : 0), multiplier }
      },
      args: {
        filter: t.arg({ type: TicketFilter, description: 'Which tickets; all when left out.' }),
        orderBy: t.arg({
          type: TicketOrder,
          defaultValue: 'ACTIVITY_NEWEST',
          description: 'Their order. A search has the newest activity first.',
        }),
      },
      resolve: async (_root, args, context, info) => {
        const viewer = member(context)
        const { unread, ...filter } = args.filter ?? {}
        const order = orderNamed(args.orderBy)
        const search = readSearch(filter.search, viewer.kind !== 'customer')
        if (search && order !== orderNamed('ACTIVITY_NEWEST')) {
          throw coded('BAD_USER_INPUT', 'A search has the newest activity first: leave `orderBy` out')
        }
        const ofOrder = order.condition ? [order.condition] : []
        const ofReader = unread == null ? [] : [await unreadBy(viewer, unread)]
        const where = { AND: [await listedFor(viewer), ...conditions(filter), ...ofOrder, ...ofReader] }
        return ticketPage(where, args, context, info, { search, order }) as never
      },
    },
    TicketConnection,
  ),
)

builder.prismaObjectField(Customer, 'tickets', (t) =>
  t.connection(
    {
      type: Ticket,
      description: 'Tickets that the customer opened, newest activity first; null for customers.',
      nullable: true,
      authScopes: { readTickets: true },
      complexity: pageCost,
      resolve: (customer, args, context, info) => {
        const viewer = member(context)
        if (viewer.kind === 'customer') return null
        return ticketPage(
          { websiteId: viewer.websiteId, customerId: customer.id },
          args,
          context,
          info,
        ) as never
      },
    },
    TicketConnection,
  ),
)

function conditions(filter: typeof TicketFilter.$inferInput): Prisma.TicketWhereInput[] {
  const { statuses, categoryId, assigneeId, unassigned, customerEmail, createdAfter, updatedAfter } = filter
  const all: Prisma.TicketWhereInput[] = []
  if (statuses && statuses.length > largestPage)
    throw coded('BAD_USER_INPUT', `\`statuses\` takes at most ${largestPage} items`)
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
  if (!isEmail(email)) throw coded('BAD_USER_INPUT', '`customerEmail` takes an e-mail address')
  return email
}

function idOf(typename: string, text: string | number): string {
  const id = localId(typename, String(text))
  if (!id) throw coded('BAD_USER_INPUT', `\`filter\` takes the id of a ${typename}`)
  return id
}
