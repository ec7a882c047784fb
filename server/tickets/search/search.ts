import { asciiDigits } from '../../../client/i18n/digits.ts'
import { Prisma } from '../../../prisma/generated/client/client.ts'
import { coded } from '../../api/errors.ts'
import { db } from '../../database/db.ts'
import { inOneCase } from './letter-case.ts'

/** What a search looks for; a number is looked up. */
export interface Search {
  text: string
  /** Whether customers' names and addresses are searched as well. */
  customers: boolean
}

export interface ListedTicket {
  id: string
  lastActivityAt: Date
}

/** Milliseconds after which a search returns what it has found, and where it stopped. */
const timeLimit = 300
/**
 * Messages that one statement searches, at first and at most; and milliseconds that it should take. The embedded
 * database has no time limit: it searches this many messages of maximum length in less than 500 ms.
 */
const batches = { first: 150, max: 600, time: 40 }
/**
 * Newest messages that are searched without the index, or milliseconds: common words are found there,
 * and text inside a word.
 */
const recent = { messages: 750, time: 100 }
/** Messages of one ticket that are searched: its newest. */
const newest = 1_000

/** Null for a blank text. Throws BAD_USER_INPUT for what cannot be searched. */
export function readSearch(text: string | null | undefined, customers: boolean): Search | null {
  const trimmed = text?.trim()
  if (!trimmed) return null
  if (trimmed.includes('\0')) throw coded('BAD_USER_INPUT', '`search` cannot contain null characters')
  if (trimmed.length > 200) throw coded('BAD_USER_INPUT', '`search` can have at most 200 characters')
  return { text: trimmed, customers }
}

/** The text as a number, in any digits; null if it is not one, or too large for any ticket. */
export function numberIn({ text }: Search): number | null {
  const digits = /^[#＃№]? ?(\d{1,9})$/.exec(asciiDigits(text))?.[1]
  return digits ? Number(digits) : null
}

/** Returns the next tickets after a ticket. */
type Walk = (from: ListedTicket | null, take: number) => Promise<(ListedTicket & { messageCount: number })[]>

/**
 * Walks tickets in order, as `next` returns them, and collects the ids of those that match. Beyond the newest it walks
 * those of `byWords`, unless there are too many. `stoppedAt` is where it ran out of time: it can continue from there.
 */
export async function searchTickets(
  search: Search,
  limit: number,
  next: Walk,
  byWords?: () => Promise<Walk | null>,
): Promise<{ ids: string[]; stoppedAt: ListedTicket | null }> {
  let walk = next
  let index = byWords
  let left = recent.messages / weightOf(search)
  const ids: string[] = []
  const started = performance.now()
  let from: ListedTicket | null = null
  const maxSize = Math.max(1, Math.floor(batches.max / weightOf(search)))
  let size = Math.min(batches.first, maxSize)
  while (ids.length < limit) {
    const began = performance.now()
    const tickets = await walk(from, size)
    const batch = within(tickets, size)
    ids.push(...(await matching(batch, search)))
    if (batch.length === tickets.length && tickets.length < size)
      return { ids: ids.slice(0, limit), stoppedAt: null }
    from = batch.at(-1) ?? null
    const now = performance.now()
    if (ids.length < limit && now - started > timeLimit) return { ids, stoppedAt: from }
    size = now - began < batches.time ? Math.min(2 * size, maxSize) : Math.max(size >> 1, 1)
    left -= messagesIn(batch)
    if (index && ids.length < limit && (left <= 0 || now - started > recent.time)) {
      const narrowed = await index()
      index = undefined
      if (narrowed) [walk, size] = [narrowed, Math.min(batches.first, maxSize)]
    }
  }
  return { ids: ids.slice(0, limit), stoppedAt: null }
}

/** The first tickets that together have at most this many messages, but at least one ticket. */
function within<Ticket extends { messageCount: number }>(tickets: Ticket[], messages: number): Ticket[] {
  let sum = 0
  const end = tickets.findIndex(({ messageCount }) => {
    sum += Math.min(messageCount, newest)
    return sum > messages
  })
  return end === -1 ? tickets : tickets.slice(0, Math.max(end, 1))
}

const messagesIn = (tickets: { messageCount: number }[]) =>
  tickets.reduce((sum, { messageCount }) => sum + Math.min(messageCount, newest), 0)

/** What to search for; texts are stored as typed, and an `é` may be one character or two. */
function soughtBy({ text }: Search) {
  const composed = text.normalize('NFC')
  return { ...inOneCase(composed), hasCompositions: text !== composed || composed !== text.normalize('NFD') }
}

/** How many times longer a message takes than for plain text: for compositions, and each replaced letter. */
function weightOf(search: Search): number {
  const { from, hasCompositions } = soughtBy(search)
  return (hasCompositions ? 2 : 1) * (1 + from.length / 2)
}

/** Ids of the tickets that match, in order. The sub-select ensures that no other ticket's messages are read. */
async function matching(tickets: ListedTicket[], search: Search): Promise<string[]> {
  const { text, from, to, hasCompositions } = soughtBy(search)
  // Checking for compositions is cheap, composing is not.
  const composed = (column: Prisma.Sql) =>
    hasCompositions
      ? Prisma.sql`CASE WHEN ${column} IS NFC NORMALIZED THEN ${column} ELSE normalize(${column}, NFC) END`
      : column
  const isIn = (column: Prisma.Sql) =>
    Prisma.sql`strpos(lower(translate(${composed(column)}, ${from}, ${to})), lower(${text})) > 0`
  const ofCustomer = search.customers
    ? Prisma.sql`OR ${isIn(Prisma.raw('c."email"'))} OR ${isIn(Prisma.raw(`coalesce(c."nickname", '')`))}`
    : Prisma.empty
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT t."id" FROM "Ticket" t JOIN "Customer" c ON c."id" = t."customerId"
    WHERE t."id" = ANY(${tickets.map(({ id }) => id)}::uuid[]) AND (
      ${isIn(Prisma.raw('t."subject"'))} ${ofCustomer} OR (
        SELECT true FROM "Message" m
        WHERE m."ticketId" = t."id" AND m."position" > t."messageCount" - ${newest}
          AND (${isIn(Prisma.raw('m."body"'))})
        LIMIT 1
      )
    )`
  const matched = new Set(found.map(({ id }) => id))
  return tickets.map(({ id }) => id).filter((id) => matched.has(id))
}
