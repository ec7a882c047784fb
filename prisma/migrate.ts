import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { filters, migrationList, schemaEngine } from './engine.ts'

/** Applies pending migrations and returns their names. Processes that start together wait for each other. */
export async function migrate(adapters: SqlMigrationAwareDriverAdapterFactory): Promise<string[]> {
  // The engine never closes its connection on its own.
  const opened: SqlDriverAdapter[] = []
  const connect = async () => {
    const adapter = await adapters.connect()
    opened.push(adapter)
    return adapter
  }
  const { provider, adapterName } = adapters
  try {
    const migrationsList = migrationList()
    const names = migrationsList.migrationDirectories.map(({ path }) => path)
    if (await isCurrent(await connect(), names)) return []
    const engine = await schemaEngine({ provider, adapterName, connect, connectToShadowDb: connect })
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters })
    return appliedMigrationNames
  } finally {
    await Promise.all(opened.map((adapter) => adapter.dispose()))
  }
}

/** Whether every migration was applied and none failed: then the start need not load the engine, which is slow. */
async function isCurrent(database: SqlDriverAdapter, names: string[]): Promise<boolean> {
  const ask = async (sql: string) => (await database.queryRaw({ sql, args: [], argTypes: [] })).rows
  const [[table]] = (await ask(`SELECT to_regclass('_prisma_migrations')::text`)) as [[string | null]]
  if (table === null) return false
  const rows = await ask(
    'SELECT "migration_name", "finished_at" IS NOT NULL FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL',
  )
  const applied = new Set(rows.map(([name, finished]) => finished && name))
  return !applied.has(false) && names.every((name) => applied.has(name))
}
