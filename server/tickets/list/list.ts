import { builder } from '../../api/builder.ts'
import { member } from '../../api/context.ts'
import { coded } from '../../api/errors.ts'
import { pageCost } from '../../api/pagination.ts'
import { searchCost } from '../../api/prices.ts'
import { readSearch } from '../search/search.ts'
import { Ticket } from '../ticket.ts'
import { listedFor } from '../visibility.ts'
import { countByStatus } from './counts.ts'
import { withValues } from './field-filter.ts'
import { conditions, TicketFilter } from './filter.ts'
import { newestActivity, orderNamed, TicketOrder } from './order.ts'
import { plannedPage } from './planned-list.ts'
import { TicketConnection, ticketPage } from './ticket-connection.ts'
import { unreadBy } from './unread.ts'

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
