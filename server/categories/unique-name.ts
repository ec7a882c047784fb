import { InvalidInput } from '../api/errors.ts'
import type { Transaction } from '../database/db.ts'

/** A category's name as names are compared: some databases ignore the case of ASCII letters only. */
export const foldedName = (name: string) => name.normalize('NFC').toLowerCase()

/** Throws InvalidInput if another category of the website has this name, ignoring case. */
export async function checkUnique(
  tx: Transaction,
  websiteId: string,
  name: string,
  id?: string,
): Promise<void> {
  const where = { websiteId, id: { not: id } }
  const others = await tx.category.findMany({ where, select: { name: true } })
  if (others.some((other) => foldedName(other.name) === foldedName(name))) {
    const message = 'A category with this name already exists'
    throw new InvalidInput([{ path: ['input', 'name'], code: 'TAKEN', message }])
  }
}
