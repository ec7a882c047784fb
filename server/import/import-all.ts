import type { InputIssue } from '../api/errors.ts'
import { checkItem } from '../api/mutation.ts'
import { db, transaction } from '../database/db.ts'
import type { Member } from '../identity/viewer.ts'
import { knownTickets } from './known.ts'
import { type PreparedTicket, prepare } from './prepare.ts'
import { importedTicket } from './rules.ts'
import { type Imported, writeTickets } from './write-tickets.ts'

interface Given {
  externalId: string
}

/** Writes the tickets that are well-formed and not there yet. Returns the outcome for each. */
export async function importAll(key: Member, tickets: Given[], notify: boolean): Promise<Imported[]> {
  const externalIds = tickets.map(({ externalId }) => externalId)
  const known = await knownTickets(db, key.websiteId, externalIds)
  const read: (PreparedTicket | Imported)[] = []
  for (const [at, ticket] of tickets.entries()) {
    const { externalId } = ticket
    const ticketId = known.get(externalId)
    // Tickets that already exist are not rendered again: a resumed import is quick.
    if (ticketId) read.push({ externalId, created: false, ticketId, issues: [] })
    else read.push(await readTicket(ticket, ['input', 'tickets', String(at)]))
  }
  const prepared = read.filter((one) => 'messages' in one)
  const written = await transaction((tx) => writeTickets(tx, key, prepared, notify))
  return read.map((one) => ('messages' in one ? (written.get(one) ?? refused(one, [])) : one))
}

const refused = ({ externalId }: Given, issues: InputIssue[]): Imported => ({
  externalId,
  created: false,
  ticketId: null,
  issues,
})

async function readTicket(given: Given, path: string[]): Promise<PreparedTicket | Imported> {
  const checked = checkItem(importedTicket, given, path)
  if (checked.issues) return refused(given, checked.issues)
  const prepared = await prepare(checked.data, path)
  return Array.isArray(prepared) ? refused(given, prepared) : prepared
}
