import { expect } from 'vitest'
import type { db as database } from '../../server/database/db.ts'

/** Resolves when a statement on this database waits for a row that another one has locked. */
export const waitsForRow = (db: typeof database) =>
  expect
    .poll(
      () => db.$queryRaw<object[]>`SELECT FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event IN ('transactionid', 'tuple')`,
      { timeout: 60_000 },
    )
    .not.toHaveLength(0)
