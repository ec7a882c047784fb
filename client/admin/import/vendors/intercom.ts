import { type Json, jsonValues } from '../json-values.ts'
import type { OldMessage, OldTicket, Reader } from '../old-ticket.ts'
import { filesIn, type Person, text, when } from './parts.ts'

/** Types of parts that are messages; all others are notes, assignments and changes of state. */
const spoken = new Set(['comment', 'open', 'close'])
const notes = new Set(['note', 'note_and_reopen'])
const customers = new Set(['user', 'lead', 'contact'])

/** Intercom's conversations as its API returns each of them, with `conversation_parts`. */
export const intercom: Reader = async function* (paths) {
  for (const path of paths)
    for await (const value of jsonValues(path)) if (value.source) yield ticketOf(value)
}

function ticketOf(conversation: Json): OldTicket {
  const { id, title, state, created_at, statistics } = conversation
  const source = conversation.source as Json
  const { conversation_parts } = (conversation.conversation_parts ?? {}) as Json
  const parts = (conversation_parts ?? []) as Json[]
  const shown = parts.filter(({ part_type, body }) => spoken.has(text(part_type)) && body)
  const first = { ...source, created_at }
  const authors = [source, ...shown].map(({ author }) => (author ?? {}) as Author)
  const customer = authors.find(({ type, email }) => customers.has(type ?? '') && email)
  const subject = text(source.subject).replace(/<[^>]*>/g, '') || text(title)
  return {
    externalId: String(id),
    subject,
    status: state === 'closed' ? 'SOLVED' : state === 'snoozed' ? 'PENDING' : 'OPEN',
    customer: { email: text(customer?.email), nickname: customer?.name },
    createdAt: when(created_at),
    solvedAt: when((statistics as Json | undefined)?.last_close_at),
    leftOut: parts.filter(({ part_type }) => notes.has(text(part_type))).length,
    // A list of conversations has the first message of each, and none of the others.
    messages: conversation_parts ? [first, ...shown].map((part) => messageOf(part, customer?.email)) : [],
  }
}

interface Author extends Person {
  type?: string
}

function messageOf(part: Json, customerEmail: string | null | undefined): OldMessage {
  const { type = '', email, name } = (part.author ?? {}) as Author
  const kind = customers.has(type) ? 'CUSTOMER' : type === 'admin' ? 'OPERATOR' : 'OTHER'
  return {
    externalId: part.id === undefined ? undefined : String(part.id),
    body: text(part.body),
    bodyFormat: 'HTML',
    author: kind === 'CUSTOMER' && (!email || email === customerEmail) ? { kind } : { kind, email, name },
    createdAt: when(part.created_at),
    files: filesIn(part.attachments, 'name', 'url'),
  }
}
