import type { InputIssue } from '../api/errors.ts'
import { checkItem } from '../api/mutation.ts'
import { db, type Transaction, transaction } from '../database/db.ts'
import type { Member } from '../identity/viewer.ts'
import { knownTickets } from './known.ts'
import { type PreparedTicket, prepare } from './prepare.ts'
import { importedTicket } from './rules.ts'
import { type Imported, writeTickets } from './write-tickets.ts'

interface Given {
  externalId: string
}

interface Options {
  notify: boolean
  /** Whether nothing is written. */
  dryRun: boolean
}

/** Writes the tickets that are well-formed and not there yet. Returns the outcome for each. */
export async function importAll(
  key: Member,
  tickets: Given[],
  { notify, dryRun }: Options,
): Promise<Imported[]> {
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
  const write = (tx: Transaction) => writeTickets(tx, key, prepared, notify)
  const written = await (dryRun ? undone(write) : transaction(write))
  return read.map((one) => ('messages' in one ? (written.get(one) ?? refused(one, [])) : one))
}

/** The outcomes of a transaction that is rolled back. */
async function undone(write: (tx: Transaction) => Promise<Map<PreparedTicket, Imported>>) {
  let written = new Map<PreparedTicket, Imported>()
  const rollback = new Error('A dry run writes nothing')
  await transaction(async (tx) => {
    written = await write(tx)
    throw rollback
  }).catch((error) => {
    if (error !== rollback) throw error
  })
  return new Map(
    [...written].map(([ticket, one]) => [ticket, { ...one, ticketId: one.created ? null : one.ticketId }]),
  )
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
