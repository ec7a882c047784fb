import { queryFromInfo } from '@pothos/plugin-prisma'
import type { Prisma } from '../../prisma/generated/client/client.ts'
import { builder } from '../api/builder.ts'
import { noRows } from '../api/conditions.ts'
import { type Context, member } from '../api/context.ts'
import { textCost } from '../api/prices.ts'
import { db } from '../database/db.ts'
import { Author, authorIn, authorSelection } from '../tickets/author.ts'
import { Ticket } from '../tickets/ticket.ts'
import { visibleTo } from '../tickets/visibility.ts'

/** Each operator and key has at most one on a ticket; a page shows this many. */
const maxShown = 20

/** Condition of the proposed replies that the caller may see: none for customers. */
export function proposalsFor(context: Context): Prisma.ProposalWhereInput {
  const viewer = member(context)
  return viewer.kind === 'customer' ? noRows : { ticket: visibleTo(viewer) }
}

const { customer, ...authors } = authorSelection

export const ProposedReply = builder.prismaNode('Proposal', {
  name: 'ProposedReply',
  description: 'A reply that is sent once an operator approves it. Only operators and keys see it.',
  id: { field: 'id', description: 'Global id. Changes with the text.' },
  nullable: true,
  findUnique: (id, context) => ({ id, AND: [proposalsFor(context)] }),
  fields: (t) => ({
    ticket: t.relation('ticket', { description: 'The ticket that it would be posted to.' }),
    body: t.exposeString('body', { description: 'Markdown, as written.', complexity: textCost }),
    author: t.field({
      type: Author,
      description: 'The key or operator who proposed it.',
      select: authors,
      resolve: (proposal) => authorIn({ customer: null, ...proposal }) as never,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was proposed.' }),
  }),
})

builder.prismaObjectField(Ticket, 'proposedReplies', (t) =>
  t.field({
    type: [ProposedReply],
    description: `Replies that wait for approval, newest first, at most ${maxShown}; null for customers.`,
    nullable: true,
    complexity: { field: 10, multiplier: 2 },
    select: { id: true },
    resolve: ({ id: ticketId }, _args, context, info) =>
      member(context).kind === 'customer'
        ? null
        : db.proposal.findMany({
            ...queryFromInfo({ context, info }),
            where: { ticketId, AND: [proposalsFor(context)] },
            orderBy: { id: 'desc' },
            take: maxShown,
          }),
  }),
)
