import { type Json, jsonValues } from '../json-values.ts'
import type { OldTicket, Reader } from '../old-ticket.ts'
import { filesIn, findPeople, idOf, objectOf, objectsIn, type Person, personOf, text, when } from './parts.ts'

const statuses = { new: 'OPEN', open: 'OPEN', pending: 'PENDING', hold: 'PENDING' } as const

/** Zendesk's JSON export: a ticket with its comments on each line; users in the same files or in others. */
export const zendesk: Reader = async function* (paths) {
  const people = await findPeople(paths, (one) => one.role !== undefined && one.subject === undefined)
  for (const path of paths)
    for await (const value of jsonValues(path)) if (isTicket(value)) yield ticketOf(value, people)
}

const isTicket = ({ comments, subject, requester_id }: Json) =>
  comments !== undefined || (subject !== undefined && requester_id !== undefined)

function ticketOf(ticket: Json, people: Map<string, Person>): OldTicket {
  const person = (name: string) =>
    ticket[name] ? personOf(ticket[name]) : (people.get(idOf(ticket[`${name}_id`])) ?? personOf({}))
  const requester = person('requester')
  const requesterId = requester.id || idOf(ticket.requester_id)
  const comments = objectsIn(ticket.comments)
  const open = comments.filter((comment) => comment.public !== false)
  return {
    externalId: idOf(ticket.id),
    subject: text(ticket.subject ?? ticket.raw_subject),
    status: statuses[ticket.status as keyof typeof statuses] ?? 'SOLVED',
    deleted: ticket.status === 'deleted',
    customer: { email: requester.email, nickname: requester.name, locale: requester.locale },
    assigneeEmail: person('assignee').email || null,
    createdAt: when(ticket.created_at),
    leftOut: comments.length - open.length,
    messages: open.map((comment) => {
      const given = personOf({ id: comment.author_id, ...objectOf(comment.author) })
      const { id, email, name, role } = (!comment.author && people.get(given.id)) || given
      const isRequester = id !== '' && id === requesterId
      const kind = role !== 'end-user' ? 'OPERATOR' : email ? 'CUSTOMER' : 'OTHER'
      return {
        externalId: idOf(comment.id) || null,
        ...bodyOf(comment),
        author: isRequester ? { kind: 'CUSTOMER' } : { kind, email: email || null, name },
        createdAt: when(comment.created_at),
        files: filesIn(comment.attachments, 'file_name', 'content_url'),
      }
    }),
  }
}

const bodyOf = ({ html_body, plain_body, body }: Json) =>
  html_body
    ? { body: text(html_body), bodyFormat: 'HTML' as const }
    : { body: text(plain_body ?? body), bodyFormat: 'TEXT' as const }
