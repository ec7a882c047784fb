import type { InputIssue } from '../api/errors.ts'
import type { AuthorKind } from '../text/markdown.ts'
import { type Rendered, render } from '../text/render.ts'
import { readBody } from './read-body.ts'
import type { ImportedMessage, ImportedTicket } from './rules.ts'

export interface PreparedMessage extends Omit<ImportedMessage, 'bodyFormat'> {
  /** Its index in the input. */
  at: number
  rendered: Rendered
}

/** A ticket with everything that is done before the transaction. */
export interface PreparedTicket extends Omit<ImportedTicket, 'messages'> {
  path: string[]
  /** In the order of their times. */
  messages: PreparedMessage[]
}

export const kindOf = ({ author }: Pick<ImportedMessage, 'author'>): AuthorKind =>
  author.kind === 'CUSTOMER' ? 'customer' : 'team'

/** Reads and renders the texts of a ticket. Returns what is wrong with them if anything is. */
export async function prepare(
  ticket: ImportedTicket,
  path: string[],
): Promise<PreparedTicket | InputIssue[]> {
  const read = ticket.messages.map((message, at) => ({ message, at, texts: readBody(message) }))
  const issues = read.flatMap(({ texts, at }) =>
    typeof texts === 'string'
      ? [{ path: [...path, 'messages', String(at), 'body'], code: 'INVALID' as const, message: texts }]
      : [],
  )
  if (issues.length > 0) return issues
  const messages: PreparedMessage[] = []
  // Sorting keeps the order of those with the same time.
  for (const { message, at, texts } of read.sort((a, b) => +a.message.createdAt - +b.message.createdAt)) {
    for (const [part, body] of [texts].flat().entries()) {
      const attachmentIds = part === 0 ? message.attachmentIds : null
      messages.push({ ...message, at, body, attachmentIds, rendered: await render(body, kindOf(message)) })
    }
  }
  return { ...ticket, path, messages }
}
