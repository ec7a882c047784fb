import { builder } from '../api/builder.ts'
import { Ticket } from '../tickets/ticket.ts'

builder.prismaObject('Participant', {
  description: 'Somebody who follows a ticket of somebody else’s: gets its mails, may read, reply and leave.',
  fields: (t) => ({
    email: t.exposeString('email', { description: 'Address, in lower case.' }),
    addedAt: t.expose('addedAt', { type: 'DateTime', description: 'When they were added.' }),
  }),
})

builder.prismaObjectField(Ticket, 'participants', (t) =>
  t.relation('participants', {
    description: 'Who else follows the ticket, at most ten.',
    complexity: { field: 1, multiplier: 10 },
    query: { orderBy: [{ addedAt: 'asc' }, { email: 'asc' }] },
  }),
)
