import type pg from 'pg'
import { rareWarning } from '../log/log.ts'
import type { Database } from './database.ts'
import { isPooled } from './pooler.ts'

const tables = ['Website', 'Customer', 'Ticket', 'Message']
/** Reads what every call reads, to notice a locked, missing or forbidden table. */
const read = {
  name: 'ping-read',
  text: `SELECT pg_backend_pid() AS pid, ${tables.map((table) => `(SELECT true FROM "${table}" LIMIT 1)`)}`,
}
/** Locks as a write does but writes nothing, to notice a read-only database. */
const write = { name: 'ping-write', text: 'UPDATE "Website" SET "name" = "name" WHERE false' }

/** Milliseconds after which a statement counts as unanswered. */
export const pingTimeout = 2_000

type Pools = Pick<Database, 'reads' | 'writes' | 'jobs' | 'pooled'>

/**
 * Rejects unless a statement succeeds on each pool, prepared like those of calls. Writes that all wait for one row are
 * no reason to stop reads, so pools without a free connection are skipped.
 */
export async function ping({ reads, writes, jobs, pooled }: Pools): Promise<void> {
  await Promise.all([
    run(reads, read, pooled),
    isFree(writes) && run(writes, write, pooled),
    isFree(jobs) && run(jobs, read, pooled),
  ])
}

const isFree = ({ idleCount, totalCount, options }: pg.Pool) => idleCount > 0 || totalCount < options.max

async function run(pool: pg.Pool, { name, text }: typeof read, pooled: boolean): Promise<void> {
  const client = await pool.connect()
  // A dead connection may never report it.
  const query = { text, query_timeout: pingTimeout, ...(!pooled && { name }) }
  let failure: Error | undefined
  // Without a listener, the end of a connection outside its pool would end the process.
  const fail = (error: Error) => {
    failure = error
  }
  client.on('error', fail)
  try {
    const { rows } = await client.query<{ pid?: number }>(query)
    if (!pooled && isPooled(client, rows[0]?.pid)) throw noticePooler()
  } catch (error) {
    failure = error as Error
    throw error
  } finally {
    client.off('error', fail)
    client.release(failure)
  }
}

const warnOfPooler = rareWarning(
  'not ready: DATABASE_URL now points to a connection pooler. Set DATABASE_POOLER=transaction and ' +
    'DIRECT_DATABASE_URL',
)

function noticePooler(): Error {
  warnOfPooler({})
  return new Error('There is a connection pooler')
}
