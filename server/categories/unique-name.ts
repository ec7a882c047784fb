import { literally } from '../api/conditions.ts'
import { InvalidInput } from '../api/errors.ts'
import type { Transaction } from '../database/db.ts'

/** Throws InvalidInput if another category of the website has this name, ignoring case. */
export async function checkUnique(
  tx: Transaction,
  websiteId: string,
  name: string,
  id?: string,
): Promise<void> {
  const same = { equals: literally(name), mode: 'insensitive' as const }
  const where = { websiteId, name: same, id: { not: id } }
  if ((await tx.category.count({ where })) > 0) {
    throw new InvalidInput([{ path: ['input', 'name'], message: 'A category with this name already exists' }])
  }
}
