import { z } from 'zod'
import { Channel as Channels } from '../../prisma/generated/client/enums.ts'
import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { connectionOf, decodeCursor, encodeCursor, pageCost, pageOf } from '../api/pagination.ts'
import { textCost } from '../cost/prices.ts'
import { rendererVersion } from '../text/markdown.ts'
import { render } from '../text/render.ts'
import { Author, authorIn, authorSelection } from '../tickets/author.ts'
import { Ticket } from '../tickets/ticket.ts'
import { visibleTo } from '../tickets/visibility.ts'

const Channel = builder.enumType('Channel', {
  description: 'The way a message came.',
  values: {
    TICKET_CENTER: { value: Channels.TICKET_CENTER, description: 'Written in the embedded ticket center.' },
    CONSOLE: { value: Channels.CONSOLE, description: 'Written in the operators’ console.' },
    API: { value: Channels.API, description: 'Sent by a program.' },
    EMAIL: { value: Channels.EMAIL, description: 'Sent as an answer to a mail.' },
  },
})

export const Message = builder.prismaNode('Message', {
  description: 'One message of a ticket’s conversation. Never changed once written.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, ticket: visibleTo(member(context)) }),
  select: { id: true, ticketId: true, position: true },
  fields: (t) => ({
    // Whatever gives a message asks whether the viewer may see its ticket.
    ticket: t.relation('ticket', { description: 'Ticket that it belongs to.' }),
    position: t.exposeInt('position', { description: 'Place in the conversation: 1, 2, 3 … without gaps.' }),
    body: t.exposeString('body', {
      description: 'As written: Markdown of the team, plain text of customers and participants.',
      complexity: textCost,
    }),
    bodyHtml: t.string({
      description:
        'As safe HTML. The team’s Markdown becomes paragraphs, links, emphasis, code, lists and quotations; a customer’s ' +
        'text stays as written, except for links and code between fences.',
      complexity: textCost,
      select: { body: true, bodyHtml: true, rendererVersion: true, customerId: true },
      resolve: async ({ body, bodyHtml, rendererVersion: version, customerId }) =>
        version === rendererVersion && bodyHtml !== null
          ? bodyHtml
          : (await render(body, customerId === null ? 'team' : 'customer')).html,
    }),
    quotedText: t.exposeString('quotedText', {
      description: 'What was cut from an answer by mail: quotation and signature; null where nothing was.',
      nullable: true,
      complexity: textCost,
    }),
    author: t.field({
      type: Author,
      description: 'Who wrote it.',
      select: authorSelection,
      resolve: (message) => authorIn(message) as never,
    }),
    via: t.expose('via', { type: Channel, description: 'The way it came.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was accepted.' }),
  }),
})

/** Ticket and position. */
const sortKey = z.tuple([
  z.string(),
  z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
])

function positionIn(cursor: string | undefined, ticketId?: string): number | undefined {
  if (!cursor) return undefined
  const rule = ticketId === undefined ? sortKey : sortKey.refine(([id]) => id === ticketId)
  return decodeCursor(cursor, rule)[1]
}

builder.prismaObjectField(Ticket, 'messages', (t) =>
  t.connection(
    {
      type: Message,
      description: 'The conversation, oldest message first.',
      complexity: pageCost,
      select: (args, _context, selection) => {
        const { before, after, limit, inverted } = pageOf(args)
        const where = { position: { gt: positionIn(after), lt: positionIn(before) } }
        const orderBy = { position: inverted ? ('desc' as const) : ('asc' as const) }
        return { id: true, messages: selection({ where, orderBy, take: limit }, ['edges', 'node']) }
      },
      resolve: ({ id, messages }, args) =>
        connectionOf<{ position: number }>(
          args,
          ({ position }) => encodeCursor(id, position),
          ({ before, after }) => {
            for (const cursor of [before, after]) positionIn(cursor, id)
            return messages
          },
        ) as never,
    },
    { name: 'MessageConnection', description: 'Messages of a ticket, oldest first.' },
    { name: 'MessageEdge', description: 'A message and its place in the conversation.' },
  ),
)

builder.prismaObjectField(Ticket, 'lastMessage', (t) =>
  t.field({
    type: Message,
    description: 'The newest message.',
    select: (_args, _context, selection) => ({
      messages: selection({ take: 1, orderBy: { position: 'desc' } }, []),
    }),
    resolve: ({ messages }) => messages[0] as NonNullable<(typeof messages)[0]>,
  }),
)
