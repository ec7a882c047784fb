import type { Transaction } from '../database/db.ts'

/** Ids of the tickets that were imported under these external ids. No text in the database has a null character. */
export async function knownTickets(
  tx: Transaction,
  websiteId: string,
  externalIds: string[],
): Promise<Map<string, string>> {
  const where = { websiteId, externalId: { in: externalIds.filter((id) => !id.includes('\0')) } }
  const known = await tx.ticket.findMany({ where, select: { id: true, externalId: true } })
  return new Map(known.map(({ id, externalId }) => [externalId ?? '', id]))
}
