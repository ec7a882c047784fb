import type { ImportedMessageInput, ImportedTicketInput } from '../../graphql/admin-operations.ts'
import type { Moment, OldMessage, OldTicket } from './old-ticket.ts'

const maxSubject = 200
const maxText = 20_000
const maxParticipants = 10

/** The input for a ticket: cleaned, with everything that the limits allow. Or why there is none. */
export function finish({ leftOut, ...ticket }: OldTicket): ImportedTicketInput | string {
  if (!ticket.customer.email) return 'its customer has no email address'
  const messages = ticket.messages.flatMap(finishMessage)
  const [first] = messages
  if (!first) return leftOut > 0 ? 'it has only private notes' : 'it has no message'
  const createdAt = timeOf(ticket.createdAt) ?? first.createdAt
  const line = clean(ticket.subject).replace(/\s+/g, ' ').trim() || '(no subject)'
  return {
    ...ticket,
    subject: line.length > maxSubject ? `${line.slice(0, maxSubject - 1).toWellFormed()}…` : line,
    participants: ticket.participants?.slice(0, maxParticipants),
    createdAt,
    solvedAt: ticket.status === 'SOLVED' ? timeOf(ticket.solvedAt) : null,
    messages,
  }
}

function finishMessage({ files = [], ...message }: OldMessage): ImportedMessageInput[] {
  const createdAt = timeOf(message.createdAt)
  const html = message.bodyFormat === 'HTML'
  const links = files.map(({ name, url }) =>
    html ? `<p><a href="${escaped(url)}">${escaped(name)}</a></p>` : `${name}: ${url}`,
  )
  const body = clean([message.body, ...links].filter(Boolean).join(html ? '' : '\n\n'))
  if (!createdAt || body.trim() === '') return []
  if (html || body.length <= maxText) return [{ ...message, body, createdAt }]
  const count = Math.ceil(body.length / maxText)
  const parts = Array.from({ length: count }, (_, at) => body.slice(at * maxText, (at + 1) * maxText))
  return parts.map((part) => ({ ...message, body: part.toWellFormed(), createdAt }))
}

const clean = (text: string) => text.replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed()
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)

/** ISO 8601; null for what is no time. Numbers are seconds or, if they are large, milliseconds. */
export function timeOf(moment: Moment): string | null {
  if (moment === null || moment === undefined || moment === '') return null
  const date = new Date(typeof moment === 'number' && moment < 1e11 ? moment * 1_000 : moment)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
