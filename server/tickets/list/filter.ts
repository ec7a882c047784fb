import type { Prisma } from '../../../prisma/generated/client/client.ts'
import { builder } from '../../api/builder.ts'
import { coded } from '../../api/errors.ts'
import { localId } from '../../api/global-id.ts'
import { largestPage } from '../../api/pagination.ts'
import { canonicalEmail, isEmail } from '../../identity/email.ts'
import { TicketStatus } from '../ticket.ts'
import { TicketFieldFilter } from './field-filter.ts'

export const TicketFilter = builder.inputType('TicketFilter', {
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

/** The conditions that need neither the caller nor the search. */
export function conditions(filter: typeof TicketFilter.$inferInput): Prisma.TicketWhereInput[] {
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
