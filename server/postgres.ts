import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { connect, poolSettings } from './database/connections.ts'

/** The Prisma adapter for a PostgreSQL server, with prepared statements and whole scripts. */
export class PostgresAdapter extends PrismaPg implements SqlMigrationAwareDriverAdapterFactory {
  #url: string

  constructor(connectionString: string) {
    super(
      poolSettings(connectionString, { max: 10, idleTimeoutMillis: 300_000 }),
      // A name makes PostgreSQL keep the plan; it must be unique to the text.
      { statementNameGenerator: ({ sql }) => `p${createHash('sha1').update(sql).digest('hex')}` },
    )
    this.#url = connectionString
  }

  override async connect() {
    const url = this.#url
    return Object.assign(await super.connect(), {
      // Prisma's own splits at every semicolon, function bodies included, and may stop half-way.
      async executeScript(script: string) {
        const client = await connect(url)
        try {
          await client.query(script)
        } finally {
          await client.end()
        }
      },
    })
  }
}
