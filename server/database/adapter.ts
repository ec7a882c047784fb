import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import type {
  IsolationLevel,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
  Transaction,
} from '@prisma/driver-adapter-utils'
import type pg from 'pg'
import type { Database } from './database.ts'
import type { Outcomes } from './outcomes.ts'
import { statementLimits } from './postgres.ts'

/** Maximum prepared texts per connection: callers choose fields, so there are endless texts. */
const maxNames = 500
const writing = /\b(INSERT INTO|UPDATE|DELETE FROM|MERGE INTO)\b/i

/** Sets the limits of a session for one transaction. */
export const localLimits = `SELECT ${Object.entries(statementLimits).map(([name, value]) => `set_config('${name}', '${value}', true)`)}`

/** Passes on the connection of the transaction being opened, which Prisma keeps to itself. */
export const opening = new AsyncLocalStorage<{ connection?: pg.ClientBase }>()

/** Prisma on one of our pools, with prepared statements if sessions last, and whole scripts. */
export class Adapter extends PrismaPg implements SqlMigrationAwareDriverAdapterFactory {
  #pool: pg.Pool

  constructor(pool: pg.Pool, pooled = false) {
    super(pool, pooled ? {} : { statementNameGenerator: statementNames() })
    this.#pool = pool
  }

  override async connect() {
    const pool = this.#pool
    return Object.assign(await super.connect(), {
      // Prisma's own method splits at every semicolon, even in function bodies, and may stop halfway.
      async executeScript(script: string) {
        await pool.query(script)
      },
    })
  }
}

/** The same on a database's two pools: single reads never wait behind writes. Records every outcome. */
export class TwoLanes extends Adapter {
  #writes: Adapter
  #pooled: boolean
  #outcomes: Outcomes

  constructor({ reads, writes, pooled }: Database, outcomes: Outcomes) {
    super(reads, pooled)
    this.#writes = new Adapter(writes, pooled)
    this.#pooled = pooled
    this.#outcomes = outcomes
  }

  override async connect() {
    const [reader, writer] = await Promise.all([super.connect(), this.#writes.connect()])
    const [reads, writes] = [noted(reader, this.#outcomes), noted(writer, this.#outcomes)]
    return Object.assign(reader, {
      queryRaw: (query: SqlQuery) => (writing.test(query.sql) ? writes : reads).queryRaw(query),
      executeRaw: (query: SqlQuery) => writes.executeRaw(query),
      startTransaction: async (isolation?: IsolationLevel) => {
        const transaction = await this.#outcomes.note(writer.startTransaction(isolation))
        Object.assign(opening.getStore() ?? {}, { connection: (transaction as Connected).client })
        Object.assign(transaction, noted(transaction, this.#outcomes))
        if (this.#pooled) await limitHere(transaction)
        return transaction
      },
    })
  }
}

/** A transaction of PrismaPg, with a field missing from its types. */
interface Connected extends Transaction {
  client?: pg.ClientBase
}

type Statements = Pick<SqlQueryable, 'queryRaw' | 'executeRaw'>

function noted(statements: Statements, outcomes: Outcomes): Statements {
  const queryRaw = statements.queryRaw.bind(statements)
  const executeRaw = statements.executeRaw.bind(statements)
  return {
    queryRaw: (query) => outcomes.note(queryRaw(query)),
    executeRaw: (query) => outcomes.note(executeRaw(query)),
  }
}

/** Applies `localLimits` to a transaction of Prisma. If that fails, it releases the connection, as nobody else can. */
async function limitHere(transaction: Transaction): Promise<void> {
  try {
    await transaction.executeRaw({ sql: localLimits, args: [], argTypes: [] })
  } catch (error) {
    await transaction.executeRaw({ sql: 'ROLLBACK', args: [], argTypes: [] }).catch(() => {})
    await transaction.rollback()
    throw error
  }
}

/** A name makes PostgreSQL keep the plan; it must be unique to the text. */
export function statementNames() {
  const names = new Map<string, string>()
  return ({ sql }: { sql: string }) => {
    const known = names.get(sql)
    // Prisma's type requires a name, but the driver accepts none.
    if (known || names.size >= maxNames) return known as string
    const name = `p${createHash('sha1').update(sql).digest('hex')}`
    names.set(sql, name)
    return name
  }
}
