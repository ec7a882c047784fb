import { z } from 'zod'
import { Channel as Channels } from '../../prisma/generated/client/enums.ts'
import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { connectionOf, decodeCursor, encodeCursor, pageCost, pageOf } from '../api/pagination.ts'
import { textCost } from '../api/prices.ts'
import { attachmentsCost } from '../attachments/attachment.ts'
import { rendererVersion } from '../text/markdown.ts'
import { render } from '../text/render.ts'
import { Author, authorIn, authorSelection } from '../tickets/author.ts'
import { Ticket } from '../tickets/ticket.ts'
import { visibleTo } from '../tickets/visibility.ts'
import { plannedMessages } from './planned-messages.ts'

export const Channel = builder.enumType('Channel', {
  description: 'How a message was posted.',
  values: {
    TICKET_CENTER: { value: Channels.TICKET_CENTER, description: 'In the embedded ticket center.' },
    CONSOLE: { value: Channels.CONSOLE, description: 'In the operators’ console.' },
    API: { value: Channels.API, description: 'By a program, with an API key.' },
    EMAIL: { value: Channels.EMAIL, description: 'As a reply to an email.' },
  },
})

export const Message = builder.prismaNode('Message', {
  description: 'A message in a ticket’s conversation. Messages are never edited.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, ticket: visibleTo(member(context)) }),
  select: { id: true, ticketId: true, position: true },
  fields: (t) => ({
    // Every query that returns a message checks that the viewer may see its ticket.
    ticket: t.relation('ticket', { description: 'The message’s ticket.' }),
    position: t.exposeInt('position', {
      description: 'Position in the conversation: 1, 2, 3 … without gaps.',
    }),
    body: t.exposeString('body', {
      description: 'Text as written: Markdown from the team, plain text from customers and participants.',
      complexity: textCost,
    }),
    bodyHtml: t.string({
      description:
        'Text as safe HTML. The team’s Markdown becomes paragraphs, links, emphasis, code, lists and quotations; ' +
        'in text from customers and participants, only links and fenced code are formatted.',
      complexity: textCost,
      select: { body: true, bodyHtml: true, rendererVersion: true, customerId: true },
      // Without a promise where it is stored: each costs as much as a dozen fields.
      resolve: ({ body, bodyHtml, rendererVersion: version, customerId }) =>
        version === rendererVersion && bodyHtml !== null
          ? bodyHtml
          : render(body, customerId === null ? 'team' : 'customer').then(({ html }) => html),
    }),
    quotedText: t.exposeString('quotedText', {
      description: 'Quotation and signature removed from an email reply; null if nothing was removed.',
      nullable: true,
      complexity: textCost,
    }),
    author: t.field({
      type: Author,
      description: 'Author of the message.',
      select: { ...authorSelection, authorName: true },
      resolve: (message) => authorIn(message) as never,
    }),
    attachments: t.relation('attachments', {
      description: 'Files of the message, inline images of an email included.',
      complexity: attachmentsCost,
      query: { orderBy: { position: 'asc' } },
    }),
    via: t.expose('via', { type: Channel, description: 'How it was posted.' }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'When it was posted: when the server accepted it or, if it was imported, the given time.',
    }),
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
      description: 'Messages, oldest first.',
      complexity: pageCost,
      // For a ticket from a planned statement, messages have their own.
      select: (args, _context, selection) => {
        const { before, after, limit, inverted } = pageOf(args)
        const where = { position: { gt: positionIn(after), lt: positionIn(before) } }
        const orderBy = { position: inverted ? ('desc' as const) : ('asc' as const) }
        // Cursors need a position, whatever is selected of a message.
        const page = { select: { position: true }, where, orderBy, take: limit }
        return { id: true, messages: selection(page, ['edges', 'node']) }
      },
      resolve: ({ id, messages }, args) =>
        connectionOf<{ position: number }>(
          args,
          ({ position }) => encodeCursor(id, position),
          ({ before, after, limit, inverted }) => {
            const [above, below] = [positionIn(after, id), positionIn(before, id)]
            return messages ?? plannedMessages(id, { above, below, limit, inverted })
          },
        ) as never,
    },
    { name: 'MessageConnection', description: 'Messages of a ticket, oldest first.' },
    { name: 'MessageEdge', description: 'A message and its cursor.' },
  ),
)

builder.prismaObjectField(Ticket, 'lastMessage', (t) =>
  t.field({
    type: Message,
    description: 'Newest message.',
    select: (_args, _context, selection) => ({
      messages: selection({ take: 1, orderBy: { position: 'desc' } }, []),
    }),
    resolve: ({ messages }) => messages[0] as NonNullable<(typeof messages)[0]>,
  }),
)
