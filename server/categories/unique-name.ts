import { InvalidInput } from '../api/errors.ts'
import type { Transaction } from '../database/db.ts'

/** Throws InvalidInput if another category of the website has this name, ignoring case. */
export async function checkUnique(
  tx: Transaction,
  websiteId: string,
  name: string,
  id?: string,
): Promise<void> {
  const where = { websiteId, id: { not: id } }
  const others = await tx.category.findMany({ where, select: { name: true } })
  // Some databases ignore the case of ASCII letters only.
  const folded = (text: string) => text.normalize('NFC').toLowerCase()
  if (others.some((other) => folded(other.name) === folded(name))) {
    throw new InvalidInput([{ path: ['input', 'name'], message: 'A category with this name already exists' }])
  }
}
