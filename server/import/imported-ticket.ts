import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder } from '../api/builder.ts'
import { InputIssue } from '../api/errors-in-schema.ts'
import { db } from '../database/db.ts'
import { scopesOf } from '../identity/scopes.ts'
import { Ticket } from '../tickets/ticket.ts'
import type { Imported } from './write-tickets.ts'

export const ImportedTicket = builder.objectRef<Imported>('ImportedTicket').implement({
  description: 'Outcome of importing a ticket.',
  fields: (t) => ({
    externalId: t.exposeString('externalId', { description: 'Its id in the other system.' }),
    created: t.exposeBoolean('created', {
      description:
        'Whether this call created the ticket, or would create it without `dryRun`: false if it already existed or ' +
        'was rejected.',
    }),
    ticket: t.field({
      type: Ticket,
      description:
        'The ticket; null if it was rejected, in a dry run, and for a key that may not read tickets.',
      nullable: true,
      resolve: ({ ticketId: id }, _args, context, info) =>
        // Prisma loads all of them with one statement.
        id !== null && scopesOf(context.viewer).readTickets
          ? db.ticket.findUnique({ ...queryFromInfo({ context, info }), where: { id } })
          : null,
    }),
    issues: t.expose('issues', {
      type: [InputIssue],
      description: 'Why the ticket was rejected; for an imported ticket, what could not be kept.',
    }),
  }),
})
