import { type Json, jsonValues } from '../json-values.ts'
import type { OldMessage, OldTicket, Reader } from '../old-ticket.ts'
import { filesIn, findPeople, type Person, text, when } from './parts.ts'

const statuses: Record<string, 'OPEN' | 'PENDING'> = {
  2: 'OPEN',
  3: 'PENDING',
  open: 'OPEN',
  pending: 'PENDING',
}
const solved = new Set(['4', '5', 'resolved', 'closed'])

/** Freshdesk's tickets with `requester` and `conversations`; contacts and agents in the same files or in others. */
export const freshdesk: Reader = async function* (paths) {
  const people = await findPeople(paths, (one) => one.subject === undefined && personIn(one) !== undefined)
  for (const path of paths)
    for await (const value of jsonValues(path)) {
      const ticket = (value.helpdesk_ticket as Json | undefined) ?? value
      if (ticket.subject !== undefined) yield ticketOf(ticket, people)
    }
}

/** An agent has name and address in `contact`. */
function personIn(value: Json): Person | undefined {
  const person = (value.contact as Person | undefined) ?? (value as Person)
  if (person.email === undefined) return undefined
  Object.assign(value, { email: person.email, name: person.name })
  return person
}

function ticketOf(ticket: Json, people: Map<string, Person>): OldTicket {
  const requester = (ticket.requester as Person | undefined) ?? people.get(String(ticket.requester_id)) ?? {}
  const conversations = (ticket.conversations ?? []) as Json[]
  const open = conversations.filter((one) => one.private !== true)
  const status = String(ticket.status).toLowerCase()
  const first: OldMessage = {
    ...bodyOf(ticket.description, ticket.description_text),
    author: { kind: 'CUSTOMER' },
    createdAt: when(ticket.created_at),
    files: filesIn(ticket.attachments, 'name', 'attachment_url'),
  }
  const { resolved_at, closed_at } = (ticket.stats ?? {}) as Json
  return {
    externalId: String(ticket.id ?? ticket.display_id),
    subject: text(ticket.subject),
    status: solved.has(status) ? 'SOLVED' : (statuses[status] ?? 'OPEN'),
    categoryName: text(ticket.type) || null,
    customer: { email: text(requester.email), nickname: requester.name },
    assigneeEmail: people.get(String(ticket.responder_id))?.email,
    participants: Array.isArray(ticket.cc_emails) ? ticket.cc_emails.map(addressIn) : null,
    createdAt: when(ticket.created_at),
    solvedAt: when(resolved_at ?? closed_at),
    leftOut: conversations.length - open.length,
    messages: [
      first,
      ...open.map((one) => messageOf(one, String(ticket.requester_id ?? requester.id), people)),
    ],
  }
}

function messageOf(one: Json, requesterId: string, people: Map<string, Person>): OldMessage {
  const author = people.get(String(one.user_id)) ?? {}
  const isRequester = String(one.user_id) === requesterId
  const kind = one.incoming !== true ? 'OPERATOR' : author.email ? 'CUSTOMER' : 'OTHER'
  return {
    externalId: String(one.id),
    ...bodyOf(one.body, one.body_text),
    author: isRequester ? { kind: 'CUSTOMER' } : { kind, email: author.email, name: author.name },
    createdAt: when(one.created_at),
    files: filesIn(one.attachments, 'name', 'attachment_url'),
  }
}

const bodyOf = (html: unknown, plain: unknown) =>
  html
    ? { body: text(html), bodyFormat: 'HTML' as const }
    : { body: text(plain), bodyFormat: 'TEXT' as const }

const addressIn = (value: unknown): string => /<([^<>]+)>/.exec(text(value))?.[1] ?? text(value)
