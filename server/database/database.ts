import type pg from 'pg'

/** An open database. The embedded one has one session, so all its pools are the same. */
export interface Database {
  reads: pg.Pool
  /** For statements that may wait for a lock. */
  writes: pg.Pool
  /** For the job queue. */
  jobs: pg.Pool
  /** Whether a pooler is in between: no state may be left in a session, including prepared statements. */
  pooled: boolean
  /** Runs `work` on its own connection, closed afterwards: it holds the lock of migrations. */
  migrating<T>(work: (pool: pg.Pool) => Promise<T>): Promise<T>
  /** Rejects unless the database currently does what every call needs. */
  ping(): Promise<void>
  close(): Promise<void>
}
