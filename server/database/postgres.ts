import type { Socket } from 'node:net'
import pg from 'pg'
import { poolSettings, useUtc } from './connections.ts'
import type { Database } from './database.ts'
import { ping } from './ping.ts'

/** Milliseconds for which a request waits for a lock that somebody holds, and for a statement. */
export const statementLimits = { lock_timeout: 4_000, statement_timeout: 10_000 }
/** Poolers refuse start-up parameters; the connections below them are the role's. */
const unlimited = { options: '-c statement_timeout=0 -c lock_timeout=0' }
/** Milliseconds after which a server that says nothing is taken for gone: longer than its statements take. */
const silence = { requests: 15_000, jobs: 900_000 }
/** Most connections of each pool. Reads have some of their own: writes that all wait for one lock must not stop them. */
const connections = { reads: 6, writes: 6, jobs: 3 }

/**
 * Opens pools over a PostgreSQL server; they connect when they are used. `directUrl` leads past the pooler that `url`
 * leads to.
 */
export function openPostgres(url: string, directUrl?: string): Database {
  const limits = directUrl ? {} : statementLimits
  const kept = { ...limits, idleTimeoutMillis: 300_000 }
  const pools = {
    reads: openPool(url, { ...kept, max: connections.reads }, silence.requests),
    // Many writers at once may wait for each other on a busy machine.
    writes: openPool(
      url,
      { ...kept, max: connections.writes, connectionTimeoutMillis: 10_000 },
      silence.requests,
    ),
    jobs: openPool(url, { max: connections.jobs }, silence.jobs),
  }
  const pooled = directUrl !== undefined
  return {
    ...pools,
    pooled,
    ping: () => ping({ ...pools, pooled }),
    async migrating(work) {
      const pool = openPool(directUrl ?? url, { ...unlimited, max: 1 })
      return work(pool).finally(() => pool.end())
    },
    async close() {
      await Promise.all(Object.values(pools).map((pool) => pool.end()))
    },
  }
}

function openPool(url: string, options: pg.PoolConfig, silent?: number): pg.Pool {
  const onConnect = (client: pg.ClientBase) => {
    if (silent) cutWhenSilent(client as WaitingClient, silent)
    return useUtc(client)
  }
  const pool = new pg.Pool({ ...poolSettings(url, options), onConnect })
  // A connection that breaks while nobody uses it is replaced when it is needed.
  return pool.on('error', () => {})
}

interface WaitingClient extends pg.ClientBase {
  connection: { stream: Socket }
  /** Whether it waits for no answer. */
  readyForQuery: boolean
}

/** A server that vanished without a word would keep its connections, and who waits for them, for hours. */
function cutWhenSilent(client: WaitingClient, milliseconds: number): void {
  const { stream } = client.connection
  stream.setTimeout(milliseconds, () => {
    if (!client.readyForQuery) stream.destroy(new Error('Connection terminated: no answer'))
  })
}
