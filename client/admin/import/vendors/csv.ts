import { WrongUsage } from '../../failures.ts'
import { csvRows, type Row } from '../csv-rows.ts'
import type { OldMessage, OldTicket, Reader } from '../old-ticket.ts'

const required = ['ticket', 'subject', 'customer_email', 'author', 'created_at', 'body']

/** What may be in these columns, in any case. */
const choices = {
  author: ['customer', 'operator', 'other'],
  status: ['', 'open', 'pending', 'solved'],
}

/** Our own format: a message in each row, those of a ticket one below the other. */
export const csv: Reader = async function* (paths) {
  await check(paths)
  for (const path of paths) {
    let ticket: OldTicket | undefined
    for await (const row of csvRows(path)) {
      if (ticket && ticket.externalId === row.ticket) ticket.messages.push(messageOf(row))
      else {
        if (ticket) yield ticket
        ticket = ticketOf(row)
      }
    }
    if (ticket) yield ticket
  }
}

/** Before anything is imported: a ticket that is there already gets no more messages. */
async function check(paths: string[]): Promise<void> {
  const seen = new Set<string>()
  for (const path of paths) {
    let last: string | undefined
    for await (const row of csvRows(path)) {
      const missing = required.filter((name) => row[name] === undefined)
      if (missing.length > 0) throw new WrongUsage(`${path} has no column ${missing.join(', ')}`)
      const { ticket = '' } = row
      for (const [name, known] of Object.entries(choices)) {
        const value = row[name]?.trim().toLowerCase() ?? ''
        if (!known.includes(value)) throw new WrongUsage(`${path}: ${unknown(name, ticket, value, known)}`)
      }
      if (ticket !== last && seen.has(ticket)) throw new WrongUsage(apart(path, ticket))
      seen.add(ticket)
      last = ticket
    }
  }
}

const unknown = (name: string, ticket: string, value: string, known: string[]) =>
  `the ${name} in a row of ticket ${ticket} is “${value}”. It must be one of: ${known.filter(Boolean).join(', ')}`

const apart = (path: string, ticket: string) =>
  `${path}: the rows of ticket ${ticket} are not one below the other. Sort the file by ticket`

function ticketOf(row: Row): OldTicket {
  const status = row.status?.trim().toUpperCase()
  return {
    externalId: row.ticket ?? '',
    subject: row.subject ?? '',
    status: status === 'OPEN' || status === 'PENDING' ? status : 'SOLVED',
    categoryName: row.category || null,
    customer: { email: row.customer_email ?? '', nickname: row.customer_name, locale: row.customer_locale },
    assigneeEmail: row.assignee_email || null,
    participants: row.participants?.split(/[\s,;]+/).filter(Boolean),
    createdAt: row.created_at,
    solvedAt: row.solved_at,
    leftOut: 0,
    messages: [messageOf(row)],
  }
}

function messageOf({ author, author_email, author_name, created_at, body = '' }: Row): OldMessage {
  const kind = author?.trim().toUpperCase()
  return {
    body,
    author: {
      kind: kind === 'CUSTOMER' || kind === 'OPERATOR' ? kind : 'OTHER',
      email: author_email || null,
      name: author_name,
    },
    createdAt: created_at,
  }
}
