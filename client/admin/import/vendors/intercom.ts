import { type Json, jsonValues } from '../json-values.ts'
import type { OldMessage, OldTicket, Reader } from '../old-ticket.ts'
import { filesIn, idOf, objectOf, objectsIn, personOf, text, when } from './parts.ts'

/** Types of parts that are messages; all others are notes, assignments and changes of state, which customers do not see. */
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
  const source = objectOf(conversation.source)
  const { conversation_parts, total_count } = objectOf(conversation.conversation_parts)
  const parts = objectsIn(conversation_parts)
  const shown = parts.filter(({ part_type, body }) => spoken.has(text(part_type)) && body)
  const first = { ...source, created_at }
  const authors = [source, ...shown].map(authorOf)
  const customer = authors.find(({ type, email }) => customers.has(type) && email)
  const subject = text(source.subject).replace(/<[^>]*>/g, '') || text(title)
  return {
    externalId: idOf(id),
    subject,
    status: state === 'closed' ? 'SOLVED' : state === 'snoozed' ? 'PENDING' : 'OPEN',
    customer: { email: customer?.email ?? '', nickname: customer?.name },
    createdAt: when(created_at),
    solvedAt: when(objectOf(statistics).last_close_at),
    leftOut: parts.filter(({ part_type }) => notes.has(text(part_type))).length,
    // The API has the newest 500 parts of a conversation.
    missing: Math.max(0, Number(total_count ?? 0) - parts.length),
    // A list of conversations has the first message of each, and none of the others.
    messages: conversation_parts ? [first, ...shown].map((part) => messageOf(part, customer?.email)) : [],
  }
}

function authorOf({ author }: Json) {
  return { ...personOf(author), type: text(objectOf(author).type) }
}

function messageOf(part: Json, customerEmail: string | undefined): OldMessage {
  const { type, email, name } = authorOf(part)
  const kind = customers.has(type) ? 'CUSTOMER' : type === 'admin' ? 'OPERATOR' : 'OTHER'
  return {
    externalId: idOf(part.id) || null,
    body: text(part.body),
    bodyFormat: 'HTML',
    author:
      kind === 'CUSTOMER' && (!email || email === customerEmail)
        ? { kind }
        : { kind, email: email || null, name },
    createdAt: when(part.created_at),
    files: filesIn(part.attachments, 'name', 'url'),
  }
}
