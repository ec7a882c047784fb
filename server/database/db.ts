import type pg from 'pg'
import { type Prisma, PrismaClient } from '../../prisma/generated/client/client.ts'
import { migrate } from '../../prisma/migrate.ts'
import { config } from '../config/config.ts'
import { bindSecrets } from '../keys/bind-secrets.ts'
import { checkServerKey, watchServerKey } from '../keys/server-key.ts'
import { log } from '../log/log.ts'
import { Adapter, opening, TwoLanes } from './adapter.ts'
import { checkRoleLimits, checkTimeZone } from './check-settings.ts'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { Outcomes } from './outcomes.ts'
import { pingTimeout } from './ping.ts'
import { reach, refusePooler } from './pooler.ts'
import { openPostgres } from './postgres.ts'

export type Transaction = Prisma.TransactionClient

/** The database; usable once `openDb()` has resolved. */
export let db: PrismaClient
/** The connections under it. */
export let database: Database
let unwatch = () => {}
/** Recent successes and failures of statements. */
export const outcomes = new Outcomes()
let pinging: Promise<boolean> | undefined

/** Opens the configured database and migrates it. */
export async function openDb(): Promise<void> {
  database = await openDatabase()
  const applied = await database.migrating((pool) => migrate(new Adapter(pool)))
  if (applied.length > 0) log.info({ applied }, 'database migrated')
  // Many writers wait for one row, or for the embedded database's only connection: waiting is right, failing is not.
  const adapter = new TwoLanes(database, outcomes)
  // The embedded database has one connection for all transactions.
  const maxWait = config.databaseUrl ? 10_000 : 30_000
  db = new PrismaClient({ adapter, transactionOptions: { maxWait, timeout: 15_000 } })
  await checkServerKey(db)
  unwatch = watchServerKey(db)
  await bindSecrets(db)
  if (config.databaseUrl) await checkTimeZone(db)
  if (database.pooled) await checkRoleLimits(db)
}

interface Running {
  connection?: pg.ClientBase
  /** Effects due after the commit. */
  due: (() => void)[]
}
const running = new WeakMap<Transaction, Running>()

/**
 * Runs `work` in one transaction and returns its result. A deadlock or serialization failure is retried twice, so
 * `work` must do nothing outside the database: that is for `afterCommit`. Inside, wait only for the database.
 */
export async function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const own: Running = { due: [] }
    try {
      const result = await opening.run(own, () =>
        db.$transaction((tx) => {
          running.set(tx, own)
          return work(tx)
        }),
      )
      for (const effect of own.due) effect()
      return result
    } catch (error) {
      if (!conflicts.has((error as { code?: unknown }).code) || attempt === 3) throw error
    }
  }
}

/** A deadlock or serialization failure, as reported by Prisma and PostgreSQL. */
const conflicts = new Set<unknown>(['P2034', '40P01', '40001'])

/** A transaction's own connection, for statements outside Prisma. */
export function connectionOf(tx: Transaction): pg.ClientBase {
  const { connection } = runningAs(tx)
  if (!connection) throw new Error('The transaction has no connection')
  return connection
}

/** Runs `effect` if and when the transaction has committed. It must not throw, and nothing waits for it. */
export function afterCommit(tx: Transaction, effect: () => void): void {
  runningAs(tx).due.push(effect)
}

function runningAs(tx: Transaction): Running {
  const own = running.get(tx)
  if (!own) throw new Error('Only `transaction` knows its connection, and when it has committed')
  return own
}

export async function closeDb(): Promise<void> {
  unwatch()
  await db?.$disconnect()
  await database?.close()
}

/** Whether the database does what calls need within two seconds, and recently has. */
export async function dbUp(): Promise<boolean> {
  // One at a time: pings without a response must not take connections from calls.
  pinging ??= database
    .ping()
    .then(
      () => true,
      () => false,
    )
    .finally(() => {
      pinging = undefined
    })
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, pingTimeout, false).unref())
  return (await Promise.race([pinging, late])) && !outcomes.failing
}

async function openDatabase(): Promise<Database> {
  const { databaseUrl, directDatabaseUrl, dataDir } = config
  if (!databaseUrl) return openEmbedded(dataDir)
  if (directDatabaseUrl) {
    await reach('DATABASE_URL', databaseUrl)
    await reach('DIRECT_DATABASE_URL', directDatabaseUrl)
  } else await refusePooler(databaseUrl)
  return openPostgres(databaseUrl, directDatabaseUrl)
}
