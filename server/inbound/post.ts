import { v7 as newId } from 'uuid'
import type { EmailThread } from '../../prisma/generated/client/client.ts'
import { findOrCreateCustomer } from '../customers/find-or-create.ts'
import type { Transaction } from '../database/db.ts'
import type { Member } from '../identity/viewer.ts'
import { customerAuthor } from '../messages/on-behalf.ts'
import { lockAddressed, post } from '../messages/post.ts'
import type { AuthorKind } from '../text/markdown.ts'
import { type Rendered, render } from '../text/render.ts'
import { messagesOf } from './parsing/fit-text.ts'
import type { OwnWords } from './parsing/own-words/own-words.ts'

/** An email as messages; none if it is empty. */
export interface Letter {
  messages: { body: string; rendered: Rendered }[]
  quotedText: string | null
}

/** Call this before the transaction that posts it. */
export async function letterOf(
  { body, quotedText }: OwnWords,
  author: AuthorKind = 'customer',
): Promise<Letter> {
  const messages: Letter['messages'] = []
  for (const text of messagesOf(body)) {
    messages.push({ body: text, rendered: await render(text, author) })
  }
  return { messages, quotedText }
}

/** The customer with this address, as an author. */
export async function writerOf(websiteId: string, email: string, seen: boolean, tx: Transaction) {
  const { id } = await findOrCreateCustomer(websiteId, { email, seen }, tx)
  return customerAuthor(websiteId, { id, email })
}

/** Position up to which a customer or participant had been emailed about a ticket at that time; 0 for nothing. */
export async function emailedUpTo(
  tx: Transaction,
  { ticketId, email }: { ticketId: string; email: string },
  at: Date,
): Promise<number> {
  const thread = { ticketId, email, role: { not: 'OPERATOR' } } as const
  const where = { thread, state: 'SENT', sentAt: { lte: at } } as const
  const { _max } = await tx.email.aggregate({ where, _max: { lastPosition: true } })
  return _max.lastPosition ?? 0
}

/** Posts an email from its thread's recipient. Returns the id of the first message. */
export async function postEmail(
  tx: Transaction,
  thread: EmailThread,
  letter: Letter,
  receivedAt: Date,
): Promise<string> {
  const { id, websiteId, ticketId, email, role, confirmedAt } = thread
  const author = await writerOf(websiteId, email, true, tx)
  const emailedPosition = await emailedUpTo(tx, thread, receivedAt)
  if (role === 'PARTICIPANT' && !confirmedAt) {
    await tx.emailThread.update({ where: { id }, data: { confirmedAt: new Date() } })
  }
  const first = await appendLetter(tx, ticketId, letter, { viewer: author, author, emailedPosition })
  return first.id
}

interface Writer {
  /** The message is written with this viewer's rights. */
  viewer: Member
  author: Member
  emailedPosition?: number
}

/** The first message of a letter, and the ticket it was posted to. */
export interface PostedLetter {
  id: string
  ticketId: string
}

/** Posts a letter's messages, to a follow-up if the ticket is closed; the last includes the quotation. */
export async function appendLetter(
  tx: Transaction,
  ticketId: string,
  { messages, quotedText }: Letter,
  { viewer, author, emailedPosition }: Writer,
): Promise<PostedLetter> {
  const ids = messages.map(() => newId())
  let to = ticketId
  for (const [at, message] of messages.entries()) {
    const posted = await post(tx, author, await lockAddressed(tx, to, viewer, author), {
      ...message,
      id: ids[at] ?? '',
      quotedText: at === messages.length - 1 ? (quotedText ?? undefined) : undefined,
      via: 'EMAIL',
      emailedPosition,
    })
    to = posted.ticketId
  }
  const [first] = ids
  if (first === undefined) throw new Error('The letter is empty')
  return { id: first, ticketId: to }
}
