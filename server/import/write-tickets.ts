import { Prisma } from '../../prisma/generated/client/client.ts'
import { type InputIssue, NotFound } from '../api/errors.ts'
import { attach } from '../attachments/attach.ts'
import type { Transaction } from '../database/db.ts'
import { insertRows } from '../database/insert-row.ts'
import { rows } from '../database/rows.ts'
import { isEmail } from '../identity/email.ts'
import type { Member } from '../identity/viewer.ts'
import { categoriesOf } from './categories.ts'
import { checkFiles } from './files.ts'
import { knownTickets } from './known.ts'
import { findPeople } from './people.ts'
import type { PreparedTicket } from './prepare.ts'
import { markReadByKeys } from './read-by-keys.ts'
import { recordPast } from './record-past.ts'
import { rowsOf, type TicketRows } from './rows.ts'

/** Outcome of importing a ticket. */
export interface Imported {
  externalId: string
  created: boolean
  /** Null if it was not written. */
  ticketId: string | null
  issues: InputIssue[]
}

/** Writes the tickets that are not there yet, with the website's next numbers. Returns the outcome for each. */
export async function writeTickets(
  tx: Transaction,
  key: Member,
  tickets: PreparedTicket[],
  notify: boolean,
): Promise<Map<PreparedTicket, Imported>> {
  const { websiteId } = key
  const { ticketCount, participantsEnabled } = await lockWebsite(tx, websiteId)
  const externalIds = tickets.map(({ externalId }) => externalId)
  const known = await knownTickets(tx, websiteId, externalIds)
  const missing = tickets.filter(({ externalId }) => !known.has(externalId))
  const wrong = await checkFiles(tx, key, missing)
  const right = missing.filter((ticket) => !wrong.has(ticket))
  const due = right.filter(
    (ticket) => right.find(({ externalId }) => externalId === ticket.externalId) === ticket,
  )
  const people = await findPeople(tx, websiteId, due)
  const category = await categoriesOf(tx, websiteId)
  const around = { key, people, category, participantsEnabled, notify }
  const written = due.map((ticket, index) => ({
    given: ticket,
    ...rowsOf(ticket, ticketCount + index + 1, around),
  }))
  await insert(tx, key, written)
  if (!notify)
    await markReadByKeys(
      tx,
      websiteId,
      written.map(({ ticket }) => ticket.id),
    )
  await recordPast(tx, written, notify)
  for (const { ticket, given } of written) known.set(given.externalId, ticket.id)
  const outcomes = tickets.map((ticket): [PreparedTicket, Imported] => {
    const { externalId } = ticket
    const created = due.includes(ticket)
    const ticketId = known.get(externalId) ?? null
    const refused = ticketId ? [] : (wrong.get(ticket) ?? [])
    const issues = created ? notesOn(ticket, people.operators) : refused
    return [ticket, { externalId, created, ticketId, issues }]
  })
  return new Map(outcomes)
}

interface Website {
  ticketCount: number
  participantsEnabled: boolean
}

/** Nobody else takes a number before the transaction ends. */
async function lockWebsite(tx: Transaction, id: string): Promise<Website> {
  const [website] = await rows<Website>(
    Prisma.sql`
      SELECT "ticketCount", "participantsEnabled" FROM "Website" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`,
    tx,
  )
  if (!website) throw new NotFound('There is no such website')
  return website
}

async function insert(tx: Transaction, key: Member, written: TicketRows[]): Promise<void> {
  if (written.length === 0) return
  await rows(
    Prisma.sql`
      UPDATE "Website" SET "ticketCount" = "ticketCount" + ${written.length} WHERE "id" = ${key.websiteId}::uuid`,
    tx,
  )
  const tickets = written.map(({ ticket }) => ticket)
  await rows(insertRows('Ticket', tickets), tx)
  const messages = written.flatMap(({ messages }) => messages)
  await rows(insertRows('Message', messages), tx)
  const participants = written.flatMap(({ participants }) => participants)
  if (participants.length > 0) await rows(insertRows('Participant', participants), tx)
  for (const { id, attachmentIds } of written.flatMap(({ files }) => files))
    await attach(tx, key, { messageId: id }, attachmentIds)
}

const noParticipant = {
  code: 'EMAIL_INVALID',
  message: 'This is not an email address: the participant is left out',
} as const

/** Issues with a ticket that is imported without some of its values. */
function notesOn(
  { assigneeEmail, participants, path }: PreparedTicket,
  operators: Map<string, { active: boolean }>,
): InputIssue[] {
  const notes = (participants ?? []).flatMap((email, at): InputIssue[] =>
    isEmail(email) ? [] : [{ path: [...path, 'participants', String(at)], ...noParticipant }],
  )
  if (!assigneeEmail || operators.get(assigneeEmail)?.active) return notes
  const message = 'No active operator has this address: the ticket is unassigned'
  return [...notes, { path: [...path, 'assigneeEmail'], code: 'EMAIL_NO_OPERATOR', message }]
}
