import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder } from '../api/builder.ts'
import { InputIssue } from '../api/errors-in-schema.ts'
import { db } from '../database/db.ts'
import { scopesOf } from '../identity/scopes.ts'
import { Ticket } from '../tickets/ticket.ts'
import type { Imported } from './write-tickets.ts'

export const ImportedTicket = builder.objectRef<Imported>('ImportedTicket').implement({
  description: 'What became of a ticket that was to be imported.',
  fields: (t) => ({
    externalId: t.exposeString('externalId', { description: 'Its id in the other system.' }),
    created: t.exposeBoolean('created', {
      description: 'Whether this call wrote it. False if it was there already, or was not written.',
    }),
    ticket: t.field({
      type: Ticket,
      description: 'The ticket; null if it was not written, and for a key that may not read tickets.',
      nullable: true,
      resolve: ({ ticketId: id }, _args, context, info) =>
        // Prisma loads all of them with one statement.
        id !== null && scopesOf(context.viewer).readTickets
          ? db.ticket.findUnique({ ...queryFromInfo({ context, info }), where: { id } })
          : null,
    }),
    issues: t.expose('issues', {
      type: [InputIssue],
      description: 'Why it was not written; beside a ticket that was, what could not be kept.',
    }),
  }),
})
