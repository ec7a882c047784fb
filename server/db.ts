import { createHash } from 'node:crypto'
import type { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { type Prisma, PrismaClient } from '../prisma/generated/client/client.ts'
import { migrate } from '../prisma/migrate.ts'
import { config } from './config.ts'
import { EmbeddedAdapter, openEmbedded } from './embedded.ts'
import { keys } from './keys.ts'
import { log } from './log.ts'

export type Transaction = Prisma.TransactionClient

/** The database; usable once `openDb()` has resolved. */
export let db: PrismaClient
let embedded: PGlite | undefined

/** Opens the database that the configuration names and brings it to the newest migration. */
export async function openDb(): Promise<void> {
  const adapter = config.databaseUrl ? new PostgresAdapter(config.databaseUrl) : await embeddedAdapter()
  const applied = await migrate(adapter)
  if (applied.length > 0) log.info({ applied }, 'database migrated')
  // Many writers at once queue for one row or for PGlite's one connection: waiting is right, failing is not.
  db = new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 15_000 } })
  await checkServerKey()
}

export async function closeDb(): Promise<void> {
  await db?.$disconnect()
  await embedded?.close()
  embedded = undefined
}

/** Throws unless the database answers within two seconds. */
export async function pingDb(): Promise<void> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(reject, 2_000, new Error('database timed out')).unref(),
  )
  await Promise.race([db.$queryRaw`SELECT 1`, late])
}

async function embeddedAdapter() {
  embedded = await openEmbedded(config.dataDir)
  return new EmbeddedAdapter(embedded)
}

class PostgresAdapter extends PrismaPg implements SqlMigrationAwareDriverAdapterFactory {
  #url: string

  constructor(connectionString: string) {
    super(
      { connectionString, max: 10, idleTimeoutMillis: 300_000, connectionTimeoutMillis: 5_000 },
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
        const client = new pg.Client({ connectionString: url })
        await client.connect()
        try {
          await client.query(script)
        } finally {
          await client.end()
        }
      },
    })
  }
}

/** Secrets sealed with another key could not be read: better to stop than to refuse every customer. */
async function checkServerKey(): Promise<void> {
  const { fingerprint } = keys()
  await db.server.createMany({ data: [{ keyFingerprint: fingerprint }], skipDuplicates: true })
  const { keyFingerprint: kept } = await db.server.findUniqueOrThrow({ where: { id: 1 } })
  if (kept !== fingerprint) {
    throw new Error('SERVER_KEY is not the key that this database was set up with')
  }
}
