import type { Socket } from 'node:net'
import pg from 'pg'
import { poolSettings, useUtc } from './connections.ts'
import type { Database } from './database.ts'
import { ping } from './ping.ts'

/** Maximum milliseconds that a request waits for a lock, and for a statement. */
export const statementLimits = { lock_timeout: 4_000, statement_timeout: 10_000 }
/** Poolers refuse start-up parameters; the connections below them have the role's settings. */
const unlimited = { options: '-c statement_timeout=0 -c lock_timeout=0' }
/** Milliseconds after which a silent server counts as gone: longer than its statements take. */
const silence = { requests: 15_000, jobs: 900_000 }
/** Maximum connections of each pool. Reads have their own: writes that all wait for one lock must not block them. */
const connections = { reads: 6, writes: 6, jobs: 3 }

/** Opens pools for a PostgreSQL server; they connect on first use. `directUrl` bypasses the pooler at `url`. */
export function openPostgres(url: string, directUrl?: string): Database {
  const limits = directUrl ? {} : statementLimits
  const kept = { ...limits, idleTimeoutMillis: 300_000 }
  const pools = {
    // In a pipeline, statements are sent without waiting for the results of earlier ones.
    reads: openPool(
      url,
      { ...kept, max: connections.reads, pipeline: directUrl === undefined },
      silence.requests,
    ),
    writes: openPool(url, { ...kept, max: connections.writes }, silence.requests),
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
  // An idle connection that breaks is replaced on demand.
  return pool.on('error', () => {})
}

interface WaitingClient extends pg.ClientBase {
  connection: { stream: Socket }
  /** Whether it is idle. */
  readyForQuery: boolean
}

/** Without it, connections to a server that vanished silently, and the calls on them, would hang for hours. */
function cutWhenSilent(client: WaitingClient, milliseconds: number): void {
  const { stream } = client.connection
  stream.setTimeout(milliseconds, () => {
    if (!client.readyForQuery) stream.destroy(new Error('Connection terminated: no answer'))
  })
}
