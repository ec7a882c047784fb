import { maxBody, maxParticipants, maxSubject } from '../../core/limits.ts'
import type { ImportedMessageInput, ImportedTicketInput } from '../../graphql/admin-operations.ts'
import { isBlankHtml } from './is-blank-html.ts'
import type { OldMessage, OldTicket } from './old-ticket.ts'
import { timeOf } from './time-of.ts'

interface Finished {
  ticket: ImportedTicketInput
  /** What of it is left out, and why. */
  losses: string[]
}

/** The input for a ticket: cleaned, with everything that the limits allow. Or why there is none. */
export function finish({ leftOut, missing = 0, deleted, ...ticket }: OldTicket): Finished | string {
  if (deleted) return 'it was deleted or marked as spam'
  if (!ticket.customer.email) return 'its customer has no email address'
  const read = ticket.messages.map(finishMessage)
  const messages = read.flatMap((parts) => (typeof parts === 'string' ? [] : parts))
  const [first] = messages
  if (!first) return leftOut > 0 ? 'it has only private notes' : 'it has no message with a text and a time'
  const line = clean(ticket.subject).replace(/\s+/g, ' ').trim() || '(no subject)'
  const finished = {
    ...ticket,
    subject: line.length > maxSubject ? `${line.slice(0, maxSubject - 1).toWellFormed()}…` : line,
    participants: ticket.participants?.slice(0, maxParticipants),
    createdAt: timeOf(ticket.createdAt) ?? first.createdAt,
    solvedAt: ticket.status === 'SOLVED' ? timeOf(ticket.solvedAt) : null,
    messages,
  }
  const without = (what: Missing) => read.filter((parts) => parts === what).length
  const excess = (ticket.participants?.length ?? 0) - maxParticipants
  const losses = [
    ...(without('time') > 0 ? [`messages without a readable time are left out: ${without('time')}`] : []),
    ...(without('text') > 0 ? [`messages without a text are left out: ${without('text')}`] : []),
    ...(missing > 0 ? [`parts of the conversation are not in the file: ${missing}`] : []),
    ...(excess > 0 ? [`participants after the first ${maxParticipants} are left out: ${excess}`] : []),
    ...(line.length > maxSubject ? [`its subject is cut to ${maxSubject} characters`] : []),
  ]
  return { ticket: finished, losses }
}

/** What a message that is left out has not. */
type Missing = 'time' | 'text'

function textOf({ body, bodyFormat, files = [] }: OldMessage): string {
  const html = bodyFormat === 'HTML'
  const text = html ? body.replace(pictureData, '$1') : body
  const links = files.map(({ name, url }) =>
    html ? `<p><a href="${escaped(url)}">${escaped(name)}</a></p>` : `${name}: ${url}`,
  )
  return clean([text, ...links].filter(Boolean).join(html ? '' : '\n\n'))
}

function finishMessage({ files, ...message }: OldMessage): ImportedMessageInput[] | Missing {
  const [createdAt, body] = [timeOf(message.createdAt), textOf({ ...message, files })]
  if (!createdAt) return 'time'
  if (message.bodyFormat === 'HTML' ? isBlankHtml(body) : body.trim() === '') return 'text'
  if (message.bodyFormat === 'HTML' || body.length <= maxBody) return [{ ...message, body, createdAt }]
  const count = Math.ceil(body.length / maxBody)
  const parts = Array.from({ length: count }, (_, at) => body.slice(at * maxBody, (at + 1) * maxBody))
  return parts.map((part) => ({ ...message, body: part.toWellFormed(), createdAt }))
}

/** Bytes of a picture, which could make the HTML too long to import. */
const pictureData = /(\bsrc\s*=\s*["']?data:image\/[\w.+-]{1,30};base64,)[^"'\s<>]*/gi

const clean = (text: string) => text.replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed()
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
