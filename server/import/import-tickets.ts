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
    'Imports tickets from another system with their original times, authors and status. Unless `notify` is true, ' +
    'no emails or webhooks are sent, and only open tickets are unread, for the team. A ticket whose external id ' +
    'already exists is left unchanged, so a call can be repeated. An invalid ticket is skipped without affecting ' +
    'the others; a value of the wrong type rejects the whole call. Tickets are numbered in the order of the list.',
  scope: { importTickets: true },
  fields: (t) => ({
    tickets: t.field({
      type: [ImportedTicketInput],
      required: true,
      description: 'At most 100, and about 350,000 characters in total.',
    }),
    notify: t.boolean({
      defaultValue: false,
      description:
        'Whether to send emails and webhooks as if the tickets had just been opened and answered. If so, messages ' +
        'that customers have not answered are unread for them.',
    }),
    dryRun: t.boolean({
      defaultValue: false,
      description: 'Whether to write nothing, and only return what an import would return now.',
    }),
  }),
  input: z.object({
    tickets: z
      .array(z.looseObject({ externalId: z.string() }))
      .max(maxTickets, 'Import at most 100 tickets at a time'),
    notify: z.boolean().nullish(),
    dryRun: z.boolean().nullish(),
  }),
  // An invalid ticket does not reject the others.
  cleaned: ['tickets'],
  work: async ({ tickets, notify, dryRun }, context): Promise<{ imported: Imported[] }> => ({
    imported: await importAll(member(context), tickets, { notify: notify ?? false, dryRun: dryRun ?? false }),
  }),
  payload: (t) => ({
    imported: t.field({
      type: [ImportedTicket],
      description: 'Outcome for each ticket, in the order of the input.',
      complexity: { field: 1, multiplier: maxTickets },
      resolve: ({ imported }) => imported,
    }),
  }),
})
