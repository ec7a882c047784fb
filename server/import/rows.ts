import { v7 as newId } from 'uuid'
import type { Message, Participant, Ticket } from '../../prisma/generated/client/client.ts'
import type { Member } from '../identity/viewer.ts'
import { messageRow } from '../messages/message-row.ts'
import { invitees } from '../participants/invite.ts'
import { toPreview } from '../text/markdown.ts'
import { unset } from '../tickets/ticket.ts'
import { authorOf, type People } from './people.ts'
import type { PreparedTicket } from './prepare.ts'

export interface Surroundings {
  /** The importing key. */
  key: Member
  people: People
  category: (name: string) => { id: string; name: string } | undefined
  participantsEnabled: boolean
  /** Whether people are to be notified of what they have not read. */
  notify: boolean
}

export interface TicketRows {
  ticket: Ticket
  messages: Message[]
  participants: Participant[]
  /** Uploads for messages, by their ids. */
  files: { id: string; attachmentIds: string[] }[]
}

/** The rows of an imported ticket. */
export function rowsOf(imported: PreparedTicket, number: number, around: Surroundings): TicketRows {
  const { key, people, category, notify } = around
  const { externalId, subject, status, customer, assigneeEmail, createdAt } = imported
  const { websiteId } = key
  const id = newId()
  const customerId = people.customers.get(customer.email)?.id ?? ''
  const assignee = people.operators.get(assigneeEmail ?? '')
  const messages = messagesOf(imported, id, around)
  const last = messages.at(-1)
  const lastActivityAt = last?.createdAt ?? createdAt
  const count = messages.length
  const ownPosition = messages.findLast((message) => message.customerId === customerId)?.position ?? 0
  const teamPosition = messages.findLast((message) => message.customerId === null)?.position ?? 0
  const found = imported.categoryName ? category(imported.categoryName) : undefined
  const ticket: Ticket = {
    ...unset,
    ...{ id, websiteId, externalId, number, subject, status, customerId, createdAt, lastActivityAt },
    categoryId: found?.id ?? null,
    categoryName: found?.name ?? imported.categoryName ?? null,
    assigneeId: assignee?.active ? assignee.id : null,
    // Left out of `solvedByTeamAt`: it makes an email due.
    solvedAt: status === 'SOLVED' ? (imported.solvedAt ?? lastActivityAt) : null,
    messageCount: count,
    preview: toPreview(last?.body ?? '', last?.customerId ? 'customer' : 'team'),
    customerReadPosition: notify ? ownPosition : count,
    // Only an open ticket still waits for the team.
    teamReadPosition: status === 'OPEN' ? teamPosition : count,
    customerReadAt: null,
    teamReadAt: null,
    updatedAt: new Date(),
    historyFilled: true,
  }
  const files = messages.map(({ id }, at) => ({
    id,
    attachmentIds: imported.messages[at]?.attachmentIds ?? [],
  }))
  return { ticket, messages, participants: participantsOf(imported, ticket, around), files }
}

function messagesOf(
  ticket: PreparedTicket,
  ticketId: string,
  { key, people, notify }: Surroundings,
): Message[] {
  const { websiteId } = key
  return ticket.messages.map((message, index) => {
    const position = index + 1
    const { body, rendered, attachmentIds, author, createdAt } = message
    const writer = authorOf(message, ticket, people, key)
    const place = { websiteId, ticketId, position, subject: position === 1 ? ticket.subject : '' }
    const given = { id: newId(), body, rendered, attachmentIds, via: 'API' as const, notify }
    return {
      ...messageRow(writer, place, given),
      authorName: writer === key ? (author.name ?? null) : null,
      externalId: message.externalId ?? null,
      createdAt,
    }
  })
}

function participantsOf(
  { participants, customer, messages }: PreparedTicket,
  { id: ticketId, websiteId, createdAt: addedAt, messageCount }: Ticket,
  { participantsEnabled, notify }: Surroundings,
): Participant[] {
  const emails = participantsEnabled ? invitees(participants ?? [], customer.email) : []
  const own = (email: string) => 1 + messages.findLastIndex(({ author }) => author.email === email)
  return emails.map((email) => ({
    ...{ id: newId(), ticketId, websiteId, email, addedAt },
    readPosition: notify ? own(email) : messageCount,
  }))
}
