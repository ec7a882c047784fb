import { type Json, jsonValues } from '../json-values.ts'
import type { OldMessage, OldTicket, Reader } from '../old-ticket.ts'
import { filesIn, findPeople, idOf, objectOf, objectsIn, type Person, personOf, text, when } from './parts.ts'

const statuses: Record<string, 'OPEN' | 'PENDING'> = {
  2: 'OPEN',
  3: 'PENDING',
  open: 'OPEN',
  pending: 'PENDING',
}
const solved = new Set(['4', '5', 'resolved', 'closed'])

/** Freshdesk's tickets with `requester` and `conversations`; contacts and agents in the same files or in others. */
export const freshdesk: Reader = async function* (paths) {
  const people = await findPeople(paths, (one) => one.subject === undefined && isPerson(one))
  for (const path of paths)
    for await (const value of jsonValues(path)) {
      const ticket = value.helpdesk_ticket ? objectOf(value.helpdesk_ticket) : value
      if (ticket.subject !== undefined) yield ticketOf(ticket, people)
    }
}

/** An agent has name and address in `contact`. */
function isPerson(value: Json): boolean {
  const { email, name } = value.contact ? objectOf(value.contact) : value
  if (email === undefined) return false
  Object.assign(value, { email, name })
  return true
}

function ticketOf(ticket: Json, people: Map<string, Person>): OldTicket {
  const found = people.get(idOf(ticket.requester_id)) ?? personOf({ id: ticket.requester_id })
  const requester = ticket.requester ? personOf(ticket.requester) : found
  const conversations = objectsIn(ticket.conversations)
  const open = conversations.filter((one) => one.private !== true)
  const status = String(ticket.status).toLowerCase()
  const first: OldMessage = {
    ...bodyOf(ticket.description, ticket.description_text),
    author: { kind: 'CUSTOMER' },
    createdAt: when(ticket.created_at),
    files: filesIn(ticket.attachments, 'name', 'attachment_url'),
  }
  const { resolved_at, closed_at } = objectOf(ticket.stats)
  return {
    externalId: idOf(ticket.id ?? ticket.display_id),
    subject: text(ticket.subject),
    status: solved.has(status) ? 'SOLVED' : (statuses[status] ?? 'OPEN'),
    deleted: ticket.deleted === true || ticket.spam === true,
    categoryName: text(ticket.type) || null,
    customer: { email: requester.email, nickname: requester.name },
    assigneeEmail: people.get(idOf(ticket.responder_id))?.email || null,
    participants: Array.isArray(ticket.cc_emails) ? ticket.cc_emails.map(addressIn) : null,
    createdAt: when(ticket.created_at),
    solvedAt: when(resolved_at ?? closed_at),
    leftOut: conversations.length - open.length,
    messages: [
      first,
      ...open.map((one) => messageOf(one, idOf(ticket.requester_id) || requester.id, people)),
    ],
  }
}

function messageOf(one: Json, requesterId: string, people: Map<string, Person>): OldMessage {
  const { id, email, name } = people.get(idOf(one.user_id)) ?? personOf({ id: one.user_id })
  const kind = one.incoming !== true ? 'OPERATOR' : email ? 'CUSTOMER' : 'OTHER'
  return {
    externalId: idOf(one.id) || null,
    ...bodyOf(one.body, one.body_text),
    author: id !== '' && id === requesterId ? { kind: 'CUSTOMER' } : { kind, email: email || null, name },
    createdAt: when(one.created_at),
    files: filesIn(one.attachments, 'name', 'attachment_url'),
  }
}

const bodyOf = (html: unknown, plain: unknown) =>
  html
    ? { body: text(html), bodyFormat: 'HTML' as const }
    : { body: text(plain), bodyFormat: 'TEXT' as const }

const addressIn = (value: unknown): string => /<([^<>]+)>/.exec(text(value))?.[1] ?? text(value)
