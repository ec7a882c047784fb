import type { Prisma } from '../../prisma/generated/client/client.ts'
import { encodeGlobalID } from '../api/global-id.ts'
import { db } from '../database/db.ts'
import { byTimeAdded } from '../tickets/ticket.ts'

/** Tickets and messages that are in memory at a time. */
const batchSizes = { tickets: 50, messages: 200 }

const ticketParts = {
  customer: { select: { email: true, nickname: true, locale: true } },
  assignee: { select: { email: true, name: true } },
  participants: { select: { email: true }, orderBy: byTimeAdded },
  fields: {
    select: { name: true, label: true, value: true },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  },
  rating: { select: { score: true, comment: true, ratedAt: true } },
} satisfies Prisma.TicketInclude

const messageParts = {
  customer: { select: { email: true, nickname: true } },
  operator: { select: { email: true, name: true } },
  apiKey: { select: { name: true } },
  attachments: { select: { name: true, size: true, type: true }, orderBy: { position: 'asc' } },
} satisfies Prisma.MessageInclude

type TicketRow = Prisma.TicketGetPayload<{ include: typeof ticketParts }>
type MessageRow = Prisma.MessageGetPayload<{ include: typeof messageParts }>

export type TicketRecord = ReturnType<typeof ticketRecord>
export type MessageRecord = ReturnType<typeof messageRecord>
export type TicketOrMessage = TicketRecord | MessageRecord

/** Tickets by number, those of a batch before their messages. `messages` limits these. */
export async function* ticketRecords(
  where: Prisma.TicketWhereInput,
  messages: Prisma.MessageWhereInput = {},
): AsyncGenerator<TicketOrMessage> {
  let number = 0
  for (;;) {
    const tickets = await db.ticket.findMany({
      where: { AND: [where, { number: { gt: number } }] },
      include: ticketParts,
      orderBy: { number: 'asc' },
      take: batchSizes.tickets,
    })
    for (const ticket of tickets) {
      yield ticketRecord(ticket)
      yield* messageRecords(ticket, messages)
    }
    number = tickets.at(-1)?.number ?? number
    if (tickets.length < batchSizes.tickets) return
  }
}

async function* messageRecords(
  { id: ticketId }: TicketRow,
  where: Prisma.MessageWhereInput,
): AsyncGenerator<MessageRecord> {
  let position = 0
  for (;;) {
    const messages = await db.message.findMany({
      where: { AND: [where, { ticketId, position: { gt: position } }] },
      include: messageParts,
      orderBy: { position: 'asc' },
      take: batchSizes.messages,
    })
    for (const message of messages) yield messageRecord(message)
    position = messages.at(-1)?.position ?? position
    if (messages.length < batchSizes.messages) return
  }
}

function ticketRecord({ id, customer, assignee, participants, fields, rating, ...ticket }: TicketRow) {
  const { number, subject, status, categoryName, createdAt, updatedAt, lastActivityAt, solvedAt } = ticket
  return {
    type: 'ticket' as const,
    id: encodeGlobalID('Ticket', id),
    number,
    subject,
    status,
    category: categoryName,
    customer,
    assignee,
    participants: participants.map(({ email }) => email),
    fields,
    rating,
    createdAt,
    updatedAt,
    lastActivityAt,
    solvedAt,
  }
}

function messageRecord({ id, ticketId, position, body, quotedText, via, createdAt, ...row }: MessageRow) {
  return {
    type: 'message' as const,
    id: encodeGlobalID('Message', id),
    ticketId: encodeGlobalID('Ticket', ticketId),
    position,
    author: authorRecord(row),
    body,
    quotedText,
    via,
    attachments: row.attachments,
    createdAt,
  }
}

type Author = Pick<MessageRow, 'customer' | 'operator' | 'apiKey' | 'authorName'>

function authorRecord({ customer, operator, apiKey, authorName }: Author) {
  if (customer) return { kind: 'CUSTOMER' as const, email: customer.email, name: customer.nickname }
  if (operator) return { kind: 'OPERATOR' as const, ...operator }
  return { kind: 'INTEGRATION' as const, email: null, name: authorName ?? apiKey?.name ?? null }
}
