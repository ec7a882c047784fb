import { config } from '../config/config.ts'
import { db } from './db.ts'

/** Bytes of a table that is written anew at once: nothing else runs meanwhile. */
const maxSize = 64 * 2 ** 20
/** One for what was just written, one for what was written ahead. */
const logRounds = 2

/**
 * Writes the tables of the embedded database anew, so that its files contain nothing that was deleted: there is no
 * autovacuum, and even VACUUM leaves the old bytes in the files. PostgreSQL servers are left alone.
 */
export async function rewriteTables(): Promise<void> {
  if (config.databaseUrl) return
  const tables = await db.$queryRaw<{ name: string; size: bigint }[]>`
    SELECT format('%I', tablename) AS "name", pg_total_relation_size(format('%I', tablename)::regclass) AS "size"
    FROM pg_tables WHERE schemaname = current_schema()`
  for (const { name, size } of tables) {
    await db.$executeRawUnsafe(size > maxSize ? `VACUUM ${name}` : `VACUUM FULL ${name}`)
  }
  await db.$executeRaw`SET wal_recycle = off`
  for (let round = 0; round < logRounds; round++) {
    await db.$queryRaw`SELECT pg_switch_wal()::text`
    await db.$executeRaw`CHECKPOINT`
  }
}
