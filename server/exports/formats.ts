import type { MessageRecord, TicketOrMessage, TicketRecord } from './records.ts'

/** One object per line. */
export async function* jsonLines(records: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const record of records) yield `${JSON.stringify(record)}\n`
}

type Cell = string | number | Date | null | undefined

/** Columns of a row: a message and its ticket. */
const columns: Record<string, (ticket: TicketRecord, message: MessageRecord) => Cell> = {
  ticket_number: ({ number }) => number,
  ticket_id: ({ id }) => id,
  subject: ({ subject }) => subject,
  status: ({ status }) => status,
  category: ({ category }) => category,
  customer_email: ({ customer }) => customer.email,
  customer_name: ({ customer }) => customer.nickname,
  assignee_email: ({ assignee }) => assignee?.email,
  participants: ({ participants }) => participants.join(', '),
  fields: ({ fields }) => fields.map(({ name, value }) => `${name}=${value}`).join('; '),
  rating: ({ rating }) => rating?.score,
  rating_comment: ({ rating }) => rating?.comment,
  opened_at: ({ createdAt }) => createdAt,
  solved_at: ({ solvedAt }) => solvedAt,
  message_id: (_ticket, { id }) => id,
  position: (_ticket, { position }) => position,
  author_kind: (_ticket, { author }) => author.kind,
  author_email: (_ticket, { author }) => author.email,
  author_name: (_ticket, { author }) => author.name,
  via: (_ticket, { via }) => via,
  posted_at: (_ticket, { createdAt }) => createdAt,
  body: (_ticket, { body }) => body,
  attachments: (_ticket, { attachments }) => attachments.map(({ name }) => name).join(', '),
}

/** A row for each message, below the names of the columns. */
export async function* csvLines(records: AsyncIterable<TicketOrMessage>): AsyncGenerator<string> {
  yield row(Object.keys(columns))
  let ticket: TicketRecord | undefined
  for await (const record of records) {
    if (record.type === 'ticket') ticket = record
    else if (ticket) {
      const its = ticket
      yield row(Object.values(columns).map((cell) => cell(its, record)))
    }
  }
}

const row = (cells: Cell[]) => `${cells.map(csvCell).join(',')}\r\n`

/** RFC 4180. Spreadsheets run a text that begins like a formula: an apostrophe makes it a text. */
export function csvCell(cell: Cell): string {
  if (cell == null) return ''
  if (typeof cell !== 'string') return cell instanceof Date ? cell.toISOString() : String(cell)
  const text = /^\s*[=+\-@]|^[\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
