import type pg from 'pg'

/** An open database. Over the embedded one all pools are the same, as it has one session. */
export interface Database {
  reads: pg.Pool
  /** For statements that may wait for a lock. */
  writes: pg.Pool
  /** For the job queue. */
  jobs: pg.Pool
  /** There is a pooler between: nothing may be left in a session, prepared statements included. */
  pooled: boolean
  /** Runs `work` on a connection of its own, closed afterwards: the lock of migrations lasts as long. */
  migrating<T>(work: (pool: pg.Pool) => Promise<T>): Promise<T>
  /** Rejects unless the database does now what every call needs. */
  ping(): Promise<void>
  close(): Promise<void>
}
