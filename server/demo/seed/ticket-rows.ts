import { v7 as uuid } from 'uuid'
import { toPreview } from '../../text/markdown.ts'
import type { DemoTicket } from './parse-tickets.ts'

export type DemoIds = {
  websiteId: string
  customers: Map<string, string>
  operators: Map<string, string>
  categories: Map<string, string>
}

/** The rows of one ticket, as the server would have left them. */
export function ticketRows(ticket: DemoTicket & { customerEmail: string }, number: number, ids: DemoIds) {
  const { messages } = ticket
  const { websiteId } = ids
  const id = uuid({ msecs: messages[0].sentAt.getTime() })
  const customerId = known(ids.customers, ticket.customerEmail)
  const last = messages.at(-1) ?? messages[0]
  const waiting = last.operatorEmail === null ? 'OPEN' : 'PENDING'
  const readPosition = messages.length - ticket.unread
  return {
    ticket: {
      id,
      websiteId,
      number,
      subject: ticket.subject,
      status: ticket.solved ? 'SOLVED' : waiting,
      solvedAt: ticket.solved ? last.sentAt : null,
      categoryId: ticket.category && known(ids.categories, ticket.category),
      categoryName: ticket.category,
      customerId,
      assigneeId: ticket.assigneeEmail && known(ids.operators, ticket.assigneeEmail),
      messageCount: messages.length,
      preview: toPreview(last.body, last.operatorEmail === null ? 'customer' : 'team'),
      customerReadPosition: waiting === 'PENDING' ? readPosition : messages.length,
      teamReadPosition: waiting === 'OPEN' ? readPosition : messages.length,
      createdAt: messages[0].sentAt,
      lastActivityAt: last.sentAt,
    } as const,
    participants: ticket.participants.map((email) => ({
      ticketId: id,
      websiteId,
      email,
      readPosition,
      addedAt: messages[0].sentAt,
    })),
    messages: messages.map(({ operatorEmail, sentAt, body }, index) => ({
      id: uuid({ msecs: sentAt.getTime() }),
      ticketId: id,
      position: index + 1,
      body,
      createdAt: sentAt,
      ...(operatorEmail === null
        ? { via: 'TICKET_CENTER' as const, customerId }
        : { via: 'CONSOLE' as const, operatorId: known(ids.operators, operatorEmail) }),
    })),
  }
}

function known(ids: Map<string, string>, name: string): string {
  const id = ids.get(name)
  if (!id) throw new Error(`Nothing in the demo is called "${name}"`)
  return id
}
