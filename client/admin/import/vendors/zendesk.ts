import { type Json, jsonValues } from '../json-values.ts'
import type { OldTicket, Reader } from '../old-ticket.ts'
import { filesIn, findPeople, type Person, text, when } from './parts.ts'

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
    (ticket[name] as Person | undefined) ?? people.get(String(ticket[`${name}_id`])) ?? {}
  const requester = person('requester')
  const requesterId = String(requester.id ?? ticket.requester_id)
  const comments = (ticket.comments ?? []) as Json[]
  const open = comments.filter((comment) => comment.public !== false)
  return {
    externalId: String(ticket.id),
    subject: text(ticket.subject ?? ticket.raw_subject),
    status: statuses[ticket.status as keyof typeof statuses] ?? 'SOLVED',
    customer: { email: text(requester.email), nickname: requester.name, locale: requester.locale },
    assigneeEmail: person('assignee').email,
    createdAt: when(ticket.created_at),
    leftOut: comments.length - open.length,
    messages: open.map((comment) => {
      const author = (comment.author as Person | undefined) ?? people.get(String(comment.author_id)) ?? {}
      const isRequester = String(comment.author_id ?? author.id) === requesterId
      const isCustomer = author.role === 'end-user'
      const kind = !isCustomer ? 'OPERATOR' : author.email ? 'CUSTOMER' : 'OTHER'
      return {
        externalId: String(comment.id),
        ...bodyOf(comment),
        author: isRequester ? { kind: 'CUSTOMER' } : { kind, email: author.email, name: author.name },
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
