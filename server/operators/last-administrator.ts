import { Conflict } from '../api/errors.ts'
import type { Transaction } from '../database/db.ts'

/** Throws Conflict if only this operator could change the settings. */
export async function keepAnAdministrator(
  tx: Transaction,
  websiteId: string,
  leaving: string,
): Promise<void> {
  const where = { websiteId, role: 'ADMIN', active: true, id: { not: leaving } } as const
  if ((await tx.operator.count({ where })) === 0) {
    throw new Conflict(
      'LAST_ADMINISTRATOR',
      'This is the last administrator: give someone else the role first',
    )
  }
}
