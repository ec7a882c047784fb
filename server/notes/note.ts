import { queryFromInfo } from '@pothos/plugin-prisma'
import type { Prisma } from '../../prisma/generated/client/client.ts'
import { builder } from '../api/builder.ts'
import { noRows } from '../api/conditions.ts'
import { type Context, member } from '../api/context.ts'
import { coded } from '../api/errors.ts'
import { localId } from '../api/global-id.ts'
import { defaultPage, largestPage, pageOf } from '../api/pagination.ts'
import { textCost } from '../api/prices.ts'
import { attachmentsCost } from '../attachments/attachment.ts'
import { db } from '../database/db.ts'
import { rendererVersion } from '../text/markdown.ts'
import { render } from '../text/render.ts'
import { Author, authorIn, authorSelection } from '../tickets/author.ts'
import { Ticket } from '../tickets/ticket.ts'
import { visibleTo } from '../tickets/visibility.ts'

/** Condition of the notes that the caller may see: none for customers. */
export function notesFor(context: Context): Prisma.NoteWhereInput {
  const viewer = member(context)
  return viewer.kind === 'customer' ? noRows : { ticket: visibleTo(viewer) }
}

const { customer, ...authors } = authorSelection

export const Note = builder.prismaNode('Note', {
  description: 'An internal note on a ticket, for operators and keys only. Notes are never edited.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, AND: [notesFor(context)] }),
  fields: (t) => ({
    ticket: t.relation('ticket', { description: 'The note’s ticket.' }),
    body: t.exposeString('body', { description: 'Markdown, as written.', complexity: textCost }),
    bodyHtml: t.string({
      description: 'Text as safe HTML, with the formatting of the team’s messages.',
      complexity: textCost,
      select: { body: true, bodyHtml: true, rendererVersion: true },
      resolve: ({ body, bodyHtml, rendererVersion: version }) =>
        version === rendererVersion ? bodyHtml : render(body, 'team').then(({ html }) => html),
    }),
    author: t.field({
      type: Author,
      description: 'The operator or key who wrote it.',
      select: authors,
      resolve: (note) => authorIn({ customer: null, ...note }) as never,
    }),
    attachments: t.relation('attachments', {
      description: 'Files of the note.',
      complexity: attachmentsCost,
      query: { orderBy: { position: 'asc' } },
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the server accepted it.' }),
  }),
})

builder.prismaObjectField(Ticket, 'notes', (t) =>
  t.field({
    type: [Note],
    description:
      'Internal notes, oldest first: the newest `last` of those before `before`. Null for customers.',
    nullable: true,
    args: {
      last: t.arg.int({ defaultValue: defaultPage, description: `How many, from 0 to ${largestPage}.` }),
      before: t.arg.id({ description: 'Only notes older than this one; null for all.' }),
    },
    complexity: ({ last }) => ({ field: 10, multiplier: last ?? defaultPage }),
    select: { id: true },
    resolve: async ({ id: ticketId }, args, context, info) => {
      if (member(context).kind === 'customer') return null
      const { limit: take } = pageOf({ last: args.last })
      const before = args.before == null ? undefined : localId('Note', String(args.before))
      if (before === null) throw coded('BAD_USER_INPUT', '`before` takes the id of a Note')
      const query = queryFromInfo({ context, info })
      const where = { ticketId, id: { lt: before }, AND: [notesFor(context)] }
      const newest = await db.note.findMany({ ...query, where, orderBy: { id: 'desc' }, take: take - 1 })
      return newest.reverse()
    },
  }),
)
