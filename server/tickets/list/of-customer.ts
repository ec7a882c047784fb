import { builder } from '../../api/builder.ts'
import { member } from '../../api/context.ts'
import { pageCost } from '../../api/pagination.ts'
import { Customer } from '../../customers/customer.ts'
import { Ticket } from '../ticket.ts'
import { TicketConnection, ticketPage } from './ticket-connection.ts'

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
