import pg from 'pg'
import { messageOf } from '../log/message-of.ts'
import { connectionTimeoutMillis } from './connections.ts'

/** Connects once, so that a failing start names the variable. Returns whether there is a pooler in between. */
export async function reach(variable: string, url: string): Promise<{ pooled: boolean }> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    return { pooled: isPooled(client, rows[0]?.pid) }
  } catch (error) {
    throw new Error(`${variable}: cannot use the database: ${messageOf(error)}`, { cause: error })
  } finally {
    void client.end()
  }
}

/** Refuses a connection pooler that is not configured as one: prepared statements and LISTEN would fail there. */
export async function refusePooler(url: string): Promise<void> {
  const { pooled } = await reach('DATABASE_URL', url)
  if (!pooled) return
  throw new Error(
    'DATABASE_URL points to a connection pooler, such as PgBouncer. Set DATABASE_POOLER=transaction, ' +
      'and DIRECT_DATABASE_URL to the address of PostgreSQL itself.',
  )
}

/**
 * Whether there is a pooler in between: it gives each client an invented process id, as the process may change with
 * every transaction.
 */
export function isPooled(client: pg.ClientBase, pid: number | undefined): boolean {
  return pid !== undefined && (client as unknown as { processID: number }).processID !== pid
}
