import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import type pg from 'pg'

/** Texts that each connection may keep a plan for; callers choose fields, so there is no end of texts. */
const maxNames = 500

/** Prisma over a pool of ours, with prepared statements and whole scripts. */
export class Adapter extends PrismaPg implements SqlMigrationAwareDriverAdapterFactory {
  #pool: pg.Pool

  constructor(pool: pg.Pool) {
    super(pool, { statementNameGenerator: statementNames() })
    this.#pool = pool
  }

  override async connect() {
    const pool = this.#pool
    return Object.assign(await super.connect(), {
      // Prisma's own splits at every semicolon, function bodies included, and may stop half-way.
      async executeScript(script: string) {
        await pool.query(script)
      },
    })
  }
}

/** A name makes PostgreSQL keep the plan; it must be unique to the text. */
function statementNames() {
  const names = new Map<string, string>()
  return ({ sql }: { sql: string }) => {
    const known = names.get(sql)
    // Prisma's type wants a name, and the driver under it takes none.
    if (known || names.size >= maxNames) return known as string
    const name = `p${createHash('sha1').update(sql).digest('hex')}`
    names.set(sql, name)
    return name
  }
}
