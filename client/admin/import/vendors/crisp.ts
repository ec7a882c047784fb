import { type Json, jsonValues } from '../json-values.ts'
import type { OldMessage, OldTicket, Reader } from '../old-ticket.ts'
import { idOf, objectOf, objectsIn, text, when } from './parts.ts'

/** Crisp's conversations as its API returns them, each with its `messages`. */
export const crisp: Reader = async function* (paths) {
  for (const path of paths)
    for await (const value of jsonValues(path)) if (value.session_id) yield ticketOf(value)
}

function ticketOf({ session_id, state, meta, created_at, messages }: Json): OldTicket {
  const { email, nickname, subject, segments, device } = objectOf(meta)
  const all = objectsIn(messages)
  const read = all.flatMap(messageOf)
  const [category] = Array.isArray(segments) ? segments : []
  const { locales } = objectOf(device)
  return {
    externalId: text(session_id),
    subject: text(subject) || (read[0]?.body ?? '').slice(0, 80),
    status: state === 'resolved' ? 'SOLVED' : 'OPEN',
    categoryName: text(category) || null,
    customer: { email: text(email), nickname: text(nickname), locale: text([locales].flat()[0]) },
    createdAt: when(created_at),
    leftOut: all.filter(({ type }) => type === 'note').length,
    messages: read,
  }
}

function messageOf({ type, from, content, timestamp, fingerprint, user }: Json): OldMessage[] {
  const author = objectOf(user)
  const message = {
    externalId: idOf(fingerprint) || null,
    author:
      from === 'user'
        ? ({ kind: 'CUSTOMER' } as const)
        : ({ kind: 'OPERATOR', name: text(author.nickname), email: text(author.email) || null } as const),
    createdAt: when(timestamp),
  }
  if (type === 'note' || type === 'event') return []
  if (typeof content === 'string') return [{ ...message, body: content }]
  // A file, or a question with choices.
  const { name, url, text: body } = objectOf(content)
  const files = url ? [{ name: text(name) || text(type), url: text(url) }] : []
  return [{ ...message, body: text(body), files }]
}
