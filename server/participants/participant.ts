import { builder } from '../api/builder.ts'
import { byTimeAdded, Ticket } from '../tickets/ticket.ts'

builder.prismaObject('Participant', {
  description:
    'A person who follows another customer’s ticket: gets its emails and may read it, reply to it and leave it.',
  fields: (t) => ({
    email: t.exposeString('email', { description: 'Email address, in lower case.' }),
    addedAt: t.expose('addedAt', { type: 'DateTime', description: 'When they were added.' }),
  }),
})

builder.prismaObjectField(Ticket, 'participants', (t) =>
  t.relation('participants', {
    description: 'Participants, at most ten.',
    complexity: { field: 1, multiplier: 10 },
    query: { orderBy: byTimeAdded },
  }),
)
