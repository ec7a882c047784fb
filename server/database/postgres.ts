import pg from 'pg'
import { poolSettings } from './connections.ts'
import type { Database } from './database.ts'

/** Opens pools over a PostgreSQL server; they connect when they are used. */
export function openPostgres(url: string): Database {
  const pools = {
    pool: openPool(url, { max: 10, idleTimeoutMillis: 300_000 }),
    jobs: openPool(url, { max: 4 }),
  }
  return {
    ...pools,
    async migrating(work) {
      const pool = openPool(url, { max: 1 })
      return work(pool).finally(() => pool.end())
    },
    async close() {
      await Promise.all(Object.values(pools).map((pool) => pool.end()))
    },
  }
}

function openPool(url: string, options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(poolSettings(url, options))
  // A connection that breaks while nobody uses it is replaced when it is needed.
  return pool.on('error', () => {})
}
