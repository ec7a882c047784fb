import { z } from 'zod'
import { member } from '../api/context.ts'
import { mutation } from '../api/mutation.ts'
import { importAll } from './import-all.ts'
import { ImportedTicket } from './imported-ticket.ts'
import { ImportedTicketInput } from './inputs.ts'
import type { Imported } from './write-tickets.ts'

const maxTickets = 100

mutation('importTickets', {
  description:
    'Writes tickets of another system as they were: with the times, authors and status they had there. Nobody is ' +
    'emailed, no webhook is sent, and only open tickets are unread, for the team. A ticket whose external id the ' +
    'website already has stays as it is, so a call can be repeated. A ticket with a mistake is not written, but the ' +
    'others of the call are; a value of the wrong type refuses the call. Numbers are given in the order of the list.',
  scope: { importTickets: true },
  fields: (t) => ({
    tickets: t.field({
      type: [ImportedTicketInput],
      required: true,
      description: 'At most 100, and some 350,000 characters altogether.',
    }),
    notify: t.boolean({
      defaultValue: false,
      description:
        'Whether people are emailed and webhooks are sent as if the tickets had just been opened and answered. What ' +
        'customers have not answered is unread for them then.',
    }),
  }),
  input: z.object({
    tickets: z
      .array(z.looseObject({ externalId: z.string() }))
      .max(maxTickets, 'Import at most 100 tickets at a time'),
    notify: z.boolean().nullish(),
  }),
  // An item is refused by itself.
  cleaned: ['tickets'],
  work: async ({ tickets, notify }, context): Promise<{ imported: Imported[] }> => ({
    imported: await importAll(member(context), tickets, notify ?? false),
  }),
  payload: (t) => ({
    imported: t.field({
      type: [ImportedTicket],
      description: 'What became of each ticket, in the order of the input.',
      complexity: { field: 1, multiplier: maxTickets },
      resolve: ({ imported }) => imported,
    }),
  }),
})
